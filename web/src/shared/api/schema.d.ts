/* Made from openapi.json by scripts/api.mjs; do not edit. */
export interface paths {
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description The answer is the same for every address. Its owner is mailed a link, three times an hour at most.
         */
        post: operations["Auth_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an address by the mailed link
         * @description The link works once, for 24 hours.
         */
        post: operations["Auth_verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description 401 `invalid_credentials`; 401 `second_factor_required` after the right password of somebody who has a second factor, with a `challenge` for `POST /auth/second-factor` that lasts `expiresIn` seconds; 403 `email_unverified` after the right password, with a new link by mail; 429 after ten wrong passwords in fifteen minutes. The refresh token travels in the cookie `oasis-refresh` (`__Host-oasis-refresh` over https): HttpOnly, SameSite=Strict. Requests that a browser sends from another origin are refused (403 `own_origin`).
         */
        post: operations["Auth_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish signing in with a code
         * @description 401 `invalid_code`, also for a code that was taken before; 401 `challenge_over` when the password has to be typed again; 429 after five wrong codes in fifteen minutes. The refresh token travels in the cookie `oasis-refresh` (`__Host-oasis-refresh` over https): HttpOnly, SameSite=Strict. Requests that a browser sends from another origin are refused (403 `own_origin`).
         */
        post: operations["Auth_secondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stay signed in
         * @description Trades the refresh cookie for the next one. A repeat within 20 seconds gets the same; a later one ends the session, because two parties hold the token. The refresh token travels in the cookie `oasis-refresh` (`__Host-oasis-refresh` over https): HttpOnly, SameSite=Strict. Requests that a browser sends from another origin are refused (403 `own_origin`).
         */
        post: operations["Auth_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session of the refresh cookie, if there is one. The refresh token travels in the cookie `oasis-refresh` (`__Host-oasis-refresh` over https): HttpOnly, SameSite=Strict. Requests that a browser sends from another origin are refused (403 `own_origin`).
         */
        post: operations["Auth_signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password
         * @description The answer is the same for every address. Its owner is mailed a link, three times an hour at most.
         */
        post: operations["Auth_forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password by the mailed link
         * @description The link works once, for an hour. All sessions of the account end.
         */
        post: operations["Auth_resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I? */
        get: operations["Me_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what I say about myself */
        patch: operations["Me_edit"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change my password
         * @description 422 `current_password` or `weak_password`. All other sessions end.
         */
        put: operations["Me_changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where am I signed in? */
        get: operations["Me_mySessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End one of my sessions
         * @description 422 `current_password`.
         */
        post: operations["Me_endSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all my sessions but this one
         * @description 422 `current_password`.
         */
        post: operations["Me_endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is kept about me
         * @description One member for each part of the house.
         */
        get: operations["Me_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/erasure-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My requests to be erased */
        get: operations["Me_erasureRequests"];
        put?: never;
        /**
         * Ask to be erased
         * @description Answered within a month. 409 `one_open_erasure_request` while one is open.
         */
        post: operations["Me_requestErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, by name */
        get: operations["People_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["People_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an account
         * @description Effective on its next request. 409 `last_administrator` for the only one.
         */
        post: operations["People_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed account again */
        post: operations["People_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a lost second factor away
         * @description For somebody whom you have recognised by other means. Their sessions end, and they are told by mail. 409 `second_factor_off` when there is none; 403 `segregation_of_duties` for oneself.
         */
        post: operations["People_resetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Roles that people hold
         * @description A manager sees those at the own site.
         */
        get: operations["RoleGrants_list"];
        put?: never;
        /**
         * Give a role
         * @description Administrators give every role; managers give entrepreneur, coach and observer at their own site. 403 `may_grant_role`, 409 `role_grant_once`.
         */
        post: operations["RoleGrants_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One role that somebody holds */
        get: operations["RoleGrants_one"];
        put?: never;
        post?: never;
        /**
         * Take a role back
         * @description Administrators give every role; managers give entrepreneur, coach and observer at their own site. 409 `last_administrator` for the only one.
         */
        delete: operations["RoleGrants_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Do I have a second factor? */
        get: operations["SecondFactor_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a secret for an authenticator app
         * @description It counts once a code of it was confirmed. 422 `current_password`; 409 `second_factor_on`.
         */
        post: operations["SecondFactor_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch the second factor on with a first code
         * @description The answer is the only sight of the recovery codes; all other sessions end. 422 `second_factor_code`; 409 `enrolment_over`, `second_factor_on`.
         */
        post: operations["SecondFactor_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes
         * @description Those before are worth nothing. 422 `current_password`, `second_factor_code`; 409 `second_factor_off`.
         */
        post: operations["SecondFactor_recoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/switch-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch the second factor off
         * @description All other sessions end. 422 `current_password`, `second_factor_code`; 409 `second_factor_off`.
         */
        post: operations["SecondFactor_switchOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sites, with their hours */
        get: operations["Sites_list"];
        put?: never;
        /** Found a site */
        post: operations["Sites_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One site, with its hours */
        get: operations["Sites_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a site; its time zone only while nothing is booked there
         * @description When it is suspended or closed, bookings ahead are cancelled with the reason.
         */
        patch: operations["SiteChange_change"];
        trace?: never;
    };
    "/api/v1/sites/{id}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closures of a site; proposed and dismissed ones are shown to those who run it */
        get: operations["Sites_closures"];
        put?: never;
        /** Close a site on some days, cancel the bookings for which it is not open then, and offer equal times */
        post: operations["SiteChange_announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/closures/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a year's holidays as closures; none is in force before it is confirmed */
        post: operations["Sites_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One closure */
        get: operations["Sites_closure"];
        put?: never;
        post?: never;
        /** Dismiss a closure; what was cancelled because of it stays cancelled */
        delete: operations["Sites_dismiss"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resources of a site */
        get: operations["Resources_list"];
        put?: never;
        /** Add a resource to a site */
        post: operations["Resources_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One resource; the answer carries its ETag */
        get: operations["Resources_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what a resource is like, and decide on the bookings that need more
         * @description 409 `affected_changed` with the new preview when bookings would be touched that `seen` does not cover.
         */
        patch: operations["RuleChange_changeResource"];
        trace?: never;
    };
    "/api/v1/sites/{id}/resource-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each kind of resource asks of a booking at a site */
        get: operations["Resources_rules"];
        /**
         * Set what some kinds of resource ask, and decide on the bookings that ask for more; other kinds stay
         * @description 409 `affected_changed` with the new preview when bookings would be touched that `seen` does not cover.
         */
        put: operations["RuleChange_setRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own bookings, or those of a site one runs */
        get: operations["Booking_list"];
        put?: never;
        /** Book a named place, or any free one that fits */
        post: operations["Booking_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a booking */
        get: operations["Booking_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Move, extend, shorten or rename a booking */
        patch: operations["Booking_change"];
        trace?: never;
    };
    "/api/v1/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a booking and free its place */
        post: operations["Booking_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check in */
        post: operations["Booking_checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave, and give back the rest of the time */
        post: operations["Booking_checkOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant a requested booking (managers of the site) */
        post: operations["Booking_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a requested booking with a reason (managers of the site) */
        post: operations["Booking_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The day of a site: when it is open, and what is taken when */
        get: operations["Day_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The places that are free for a whole period */
        get: operations["Day_availability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/free-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The times of a date at which places of a kind are free */
        get: operations["Day_slots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/extras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a site lends with its places, and with start and end how much of it is left */
        get: operations["Extra_list"];
        put?: never;
        /** Add something to lend */
        post: operations["Extra_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extras/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename an extra, set how many there are, or lend it no more
         * @description When there are fewer than promised, whoever booked last goes without; preview=true says who.
         */
        patch: operations["Extra_change"];
        trace?: never;
    };
    "/api/v1/bookings/{id}/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set who is invited to a meeting
         * @description Guests need no account: they get a mail with a file for their calendar, and another when it is off.
         */
        put: operations["Guest_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what one holds now */
        get: operations["Hold_own"];
        put?: never;
        /**
         * Hold a place for five minutes while one decides
         * @description At most two at once. `POST /bookings` with its id as `holdId` makes it a booking.
         */
        post: operations["Hold_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let a hold go */
        delete: operations["Hold_release"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear of changes at a site
         * @description Server-sent events: `ready` at the start, `changed` after anything changed at the site. Ask for the day again then. A stream ends after some minutes; open another one.
         */
        get: operations["Live_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what one waits for, or who waits at a site one runs, in the order of offers */
        get: operations["WaitingList_entries"];
        put?: never;
        /**
         * Wait for a place that is taken, or for any of a kind
         * @description What is free is not waited for: 409 `place_free` with the place.
         */
        post: operations["WaitingList_join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting-list/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Wait no longer */
        delete: operations["WaitingList_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting-list/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book what is offered */
        post: operations["WaitingList_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting-list/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline what is offered, so that it passes on */
        post: operations["WaitingList_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/no-shows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own no-shows, the newest first */
        get: operations["NoShow_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/no-shows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** No-shows at a site, the newest first */
        get: operations["NoShow_ofSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/no-shows/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say why one did not come, once */
        post: operations["NoShow_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/no-shows/{id}/forgive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgive a no-show
         * @description Not one’s own: 403 `segregation_of_duties`.
         */
        post: operations["NoShow_forgive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/no-shows/{id}/uphold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an appeal: the no-show stands */
        post: operations["NoShow_uphold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own series or those of a site one runs, the newest first */
        get: operations["Series_list"];
        put?: never;
        /** Book a place on many dates at once, all or nothing */
        post: operations["Series_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a series with its bookings */
        get: operations["Series_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Move one date, this and following, or all that are ahead */
        patch: operations["Series_change"];
        trace?: never;
    };
    "/api/v1/booking-series/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel one date, this and following, or all that are ahead */
        post: operations["Series_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-series/{id}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book a date that was skipped, with what the nearest date takes along */
        post: operations["Series_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/who-is-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is in, by mutual choice
         * @description Told to those who are in that day and agree to be seen, of those who are in and agree. PUT /me/consents.
         */
        get: operations["Presence_who"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/day-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The day of a site for those who run it: who is expected, who has come, who has not */
        get: operations["Presence_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/check-in-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The codes of the places of a site, with pictures to print */
        get: operations["CheckInCode_list"];
        put?: never;
        /** Give places new codes: the named ones, or those that have none */
        post: operations["CheckInCode_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-in-codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which place is it that this code lies on? */
        get: operations["CheckInCode_place"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-in-codes/{code}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check in to the own booking of now at this place, or learn what is possible instead */
        post: operations["CheckInCode_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the equal places offered to oneself, or all answers at a site one runs */
        get: operations["Replacement_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replacements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an offered replacement */
        get: operations["Replacement_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replacements/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the offered place: the booking lives on there */
        post: operations["Replacement_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replacements/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline the offered place: the booking stays cancelled, and its allowance is given back */
        post: operations["Replacement_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasure-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wishes to be erased, those that wait for an answer first, and what is in their way */
        get: operations["Erasure_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasure-requests/{id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant a wish; it is carried out a day later
         * @description 422 `memberships_ended`, `coaching_ended`, `last_administrator`. 409 `erasure_answered`.
         */
        post: operations["Erasure_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasure-requests/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a wish with a reason that the person reads
         * @description 409 `erasure_answered`.
         */
        post: operations["Erasure_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closures/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a proposed closure into force, cancel the bookings in its way, and offer equal times */
        post: operations["SiteChange_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a resource out of use for good
         * @description Bookings ahead are cancelled; each holder is offered an equal place at the same time, if any.
         */
        post: operations["SiteChange_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{id}/maintenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a resource is out of service, now or later */
        get: operations["Maintenance_list"];
        put?: never;
        /**
         * Take a resource out of service for a period
         * @description Bookings in its way are cancelled; each holder is offered an equal place at the same time, if any.
         */
        post: operations["Maintenance_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/maintenance/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One period out of service */
        get: operations["Maintenance_one"];
        put?: never;
        post?: never;
        /** Put a resource back into service: call maintenance off, or end it now */
        delete: operations["Maintenance_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/approve-pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the pause that was asked for, and cancel what is booked in it */
        post: operations["MembershipStories_approvePause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/end-pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come back from a pause early; the term is shorter again by what is left of it */
        post: operations["MembershipStories_endPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a membership back before its first day */
        post: operations["MembershipStories_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/give-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave after the plan's days of notice */
        post: operations["MembershipStories_giveNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend a membership with a reason and a day of review */
        post: operations["MembershipStories_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a membership today, or plan its end on a later day */
        post: operations["MembershipStories_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a new version of a plan; memberships stay with theirs */
        post: operations["PlanChange_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change how many places a plan has, or take it out of the offer; nobody loses a place */
        patch: operations["PlanChange_change"];
        trace?: never;
    };
    "/api/v1/sites/{id}/opening-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the week from a date on, and decide on the bookings outside it
         * @description 409 `affected_changed` with the new preview when bookings would be touched that `seen` does not cover.
         */
        put: operations["RuleChange_setWeek"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/time-zone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the clock of a site to another zone, and say what stays: the instants or the local times
         * @description 409 `affected_changed` or `choice_needed`, both with the preview of now; closures and opening hours stay local.
         */
        put: operations["RuleChange_setTimeZone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ventures/{id}/members/{memberId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set somebody’s last day in the team; later sessions of the team go on without them
         * @description For leads and managers; everybody may leave by themselves. 422 `venture_lead`.
         */
        post: operations["TeamDeparture_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own messages, the newest first */
        get: operations["Inbox_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all messages as read */
        post: operations["Inbox_readAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a message as read */
        post: operations["Inbox_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/reminder-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one wants to be told of what */
        get: operations["Preference_own"];
        /** Choose how to be told of what; replaces every earlier choice */
        put: operations["Preference_choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page behind the link in a mail, with a button */
        get: operations["Unsubscribe_ask"];
        put?: never;
        /** Stop the mails of one kind (RFC 8058: one click) */
        post: operations["Unsubscribe_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/push-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Browsers on which one wants notifications, and the key for a new one */
        get: operations["Push_own"];
        put?: never;
        /** Be notified in this browser, too; a browser that is known already is renewed */
        post: operations["Push_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/push-subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Be notified in a browser no longer */
        delete: operations["Push_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let this browser open /api/v1/queue-board/ for the next minutes */
        post: operations["QueueBoard_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queues, as a page */
        get: operations["QueueBoard_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/job-schedulers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What queues repeat, as a page */
        get: operations["QueueBoard_schedulers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/queue/{queue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One queue, as a page */
        get: operations["QueueBoard_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/queue/{queue}/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job, as a page */
        get: operations["QueueBoard_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/static/{first}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the page about queues */
        get: operations["QueueBoard_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/static/{first}/{second}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the page about queues */
        get: operations["QueueBoard_fileIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/static/{first}/{second}/{third}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the page about queues */
        get: operations["QueueBoard_fileWithin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/api/{about}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the page about queues shows */
        get: operations["QueueBoard_about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/api/{about}/{which}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the page about queues shows */
        get: operations["QueueBoard_which"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/api/queues/{queue}/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the page about queues shows */
        get: operations["QueueBoard_part"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-board/api/queues/{queue}/{part}/{detail}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the page about queues shows */
        get: operations["QueueBoard_partOfJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret address for calendar programs; the one before stops working */
        post: operations["Calendar_open"];
        /** Take the secret address back */
        delete: operations["Calendar_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A booking as a file for calendars */
        get: operations["Calendar_booking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/sessions/{id}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A meeting with a coach as a file for calendars */
        get: operations["Calendar_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All bookings and meetings of the holder of a secret address */
        get: operations["Calendar_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{id}/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret address for the display beside the door; the one before stops working */
        post: operations["ResourceFeed_open"];
        /** Take the secret address of a resource back */
        delete: operations["ResourceFeed_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/resources/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a resource is taken for, without names */
        get: operations["ResourceFeed_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/display": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the display beside a door shows, without names */
        get: operations["Door_door"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/occupancy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of what can be booked is booked, by resource, kind, plan and hour of the week */
        get: operations["Reports_occupancy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/coaching-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hours of coaching that were held, each counted once */
        get: operations["Reports_coachingHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the sites have served, and what has come of it */
        get: operations["Reports_participants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The coaching of a site at a glance: loads, founders without a coach, answers overdue */
        get: operations["Reports_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what to what, and when, the latest first */
        get: operations["AuditTrail_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives */
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether database and migrations are there; 503 when not, or while stopping. A queue that is away is told */
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus, for the bearer token METRICS_TOKEN; in production for nobody without one */
        get: operations["Health_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plans of a site, each in its latest version
         * @description With `inForce`, which leaves `status` aside: 403 `role_required` for who does not run the site.
         */
        get: operations["Plan_list"];
        put?: never;
        /**
         * Offer a new plan
         * @description 422 with the laws of plans; 409 `plan_code`.
         */
        post: operations["Plan_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of a plan, however old */
        get: operations["Plan_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agreement and the house rules of a site, each in its latest version */
        get: operations["Document_list"];
        put?: never;
        /** Publish a new version of a document; it binds nobody who has not accepted it */
        post: operations["Document_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of a document, however old */
        get: operations["Document_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own memberships, or those of a site one runs */
        get: operations["Memberships_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a membership: its plan, terms, pauses and what may come next */
        get: operations["Memberships_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an offer with the agreement that is pinned to it */
        post: operations["Memberships_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an offer */
        post: operations["Memberships_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/request-pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a pause */
        post: operations["Memberships_requestPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/refuse-pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse the pause that was asked for, with a reason */
        post: operations["Memberships_refusePause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/request-renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for one more term, declare again to have no office, and tell what was achieved */
        post: operations["Memberships_requestRenewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant the renewal that was asked for, after a review of the progress */
        post: operations["Memberships_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/refuse-renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse the renewal that was asked for, with a reason */
        post: operations["Memberships_refuseRenewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/answer-suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something to a suspension */
        post: operations["Memberships_answerSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a suspension */
        post: operations["Memberships_reinstate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ventures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own ventures; at the sites where one coaches or manages: all */
        get: operations["Venture_list"];
        put?: never;
        /**
         * Write a venture down; one leads it from today on
         * @description For entrepreneurs of the site and for those who apply there.
         */
        post: operations["Venture_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ventures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One venture; the answer carries its ETag */
        get: operations["Venture_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what a venture says of itself, stop it, or take it up again
         * @description For its members and the managers of the site. 409 `venture_stopped`.
         */
        patch: operations["Venture_change"];
        trace?: never;
    };
    "/api/v1/ventures/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take somebody into the team
         * @description For leads and managers; the person belongs to the site or applies there. 409 `venture_member_once`.
         */
        post: operations["Venture_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ventures/{id}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Make a member a lead, or a lead a member
         * @description A venture has a lead at all times: 422 `venture_lead`.
         */
        patch: operations["Venture_setLead"];
        trace?: never;
    };
    "/api/v1/ventures/{id}/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enter the registered company of a venture
         * @description 422 `company_facts`. What it means for the start-up grant stands among the warnings.
         */
        put: operations["Venture_enterCompany"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/venture-stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stages in their order, and what each asks before it is left */
        get: operations["Stage_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stage-transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Steps of all ventures that one may know of; `status=proposed` are those that wait */
        get: operations["Stage_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ventures/{id}/stage-transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history of a venture’s stages */
        get: operations["Stage_history"];
        put?: never;
        /**
         * Propose a step to another stage
         * @description For members. Backwards with a reason: 422 `stage_reason`. One at a time: 409 `stage_transition_open`.
         */
        post: operations["Stage_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stage-transitions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One step */
        get: operations["Stage_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stage-transitions/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a step: the venture is at the new stage from now on
         * @description Nobody decides on the own venture: 403 `segregation_of_duties`. 422 `company_facts`.
         */
        post: operations["Stage_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stage-transitions/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a step back with a reason that the team reads */
        post: operations["Stage_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ventures/{id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Milestones of a venture */
        get: operations["Milestone_list"];
        put?: never;
        /**
         * Set a milestone
         * @description For members, and for coaches and managers of the site.
         */
        post: operations["Milestone_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/milestones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One milestone */
        get: operations["Milestone_one"];
        put?: never;
        post?: never;
        /**
         * Take a milestone away
         * @description What was reached stays: 409 `milestone_done`.
         */
        delete: operations["Milestone_remove"];
        options?: never;
        head?: never;
        /** Change a milestone, or tick it off */
        patch: operations["Milestone_change"];
        trace?: never;
    };
    "/api/v1/memberships/{id}/venture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Link one’s membership to a venture in whose team one is, or to none
         * @description 409 `shared_wallet` while team seats hang on the present link.
         */
        put: operations["MembershipVenture_link"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/allowance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A month of the wallet: what is granted, used, held and left, every line explained */
        get: operations["Wallet_month"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own applications; with a site, those that one runs or reviews there. Oldest first */
        get: operations["Application_list"];
        put?: never;
        /**
         * Begin an application
         * @description 409 `application_open` while one is open at the site.
         */
        post: operations["Application_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application */
        get: operations["Application_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Fill in more of a draft, or of an application that was returned */
        patch: operations["Application_edit"];
        trace?: never;
    };
    "/api/v1/applications/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand an application in
         * @description 422 `complete_application` names what is missing, `no_own_office` what has to be declared.
         */
        post: operations["Application_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an application back, at any time before the decision */
        post: operations["Application_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell many applicants at a time what was decided: all of them, or none */
        post: operations["Decision_notifyAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an application back to be completed */
        post: operations["Decision_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/start-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find an application complete and open it to reviewers */
        post: operations["Decision_startReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add one's scorecard; others' are seen after it */
        post: operations["Decision_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/eligibility/{code}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something else than a rule of eligibility, with a reason */
        post: operations["Decision_override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve: offer a membership
         * @description 422 `eligible`, `two_reviews`, `place_available`, `plan_version_latest` and others.
         */
        post: operations["Decision_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put on the waiting list: a yes for which there is no place yet */
        post: operations["Decision_waitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no, with a reason */
        post: operations["Decision_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the applicant what was decided */
        post: operations["Decision_notify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/eligibility-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a site asks of applicants */
        get: operations["Eligibility_list"];
        /** Set all that a site asks of applicants; what was judged before stays */
        put: operations["Eligibility_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To what do I agree? */
        get: operations["Consent_list"];
        /** Agree to some purposes and to no others; never a condition of anything */
        put: operations["Consent_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conflicts-of-interest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have declared; for managers also what those who judge at their sites have */
        get: operations["ConflictOfInterest_list"];
        put?: never;
        /** Declare a conflict of interest: from now on neither judges about the other */
        post: operations["ConflictOfInterest_declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conflicts-of-interest/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a conflict of interest that I have declared */
        post: operations["ConflictOfInterest_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s own assignments and those of one’s team, or those of a site one runs, newest first */
        get: operations["Assignment_list"];
        put?: never;
        /**
         * Ask a coach to take an entrepreneur on
         * @description Every rule that is against it is named. A reason overrides `coach_active`, `coach_qualified`, `common_language`, `serves_site` and `stage_in_range`. The coach has three working days of the site; then the next alternate is asked.
         */
        post: operations["Assignment_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an assignment */
        get: operations["Assignment_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/assignments/{id}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may take part in the sessions of an assignment */
        get: operations["Assignment_team"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/assignments/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the entrepreneur on, as far as there is a place left */
        post: operations["Assignment_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/assignments/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no with a reason; the next alternate is asked at once */
        post: operations["Assignment_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/assignments/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the coaching rest; sessions ahead are cancelled */
        post: operations["Assignment_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/assignments/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the coaching up again */
        post: operations["Assignment_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/assignments/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the coaching has done what it was for */
        post: operations["Assignment_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/assignments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it early, without fault; a pair of which one ends it is never made again */
        post: operations["Assignment_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom I would like as coach, or would like to coach */
        get: operations["Assignment_wished"];
        /** Say whom I would like as coach, or would like to coach: three at most, the dearest first */
        put: operations["Assignment_wish"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The five coaches who fit an entrepreneur best, with the reasons, and why each other one is left out */
        get: operations["Matching_forOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/matching-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the runs of a site, newest first */
        get: operations["Matching_list"];
        put?: never;
        /**
         * Match a whole intake
         * @description Computed by itself; read the run until it is a draft. A person edits and publishes it.
         */
        post: operations["Matching_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/matching-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a run with its proposals */
        get: operations["Matching_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/matching-runs/{id}/proposals/{membershipId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a proposal of a draft
         * @description Under the rules of a pair. A pair against them is offered by hand, with a reason.
         */
        patch: operations["Matching_edit"];
        trace?: never;
    };
    "/api/v1/coaching/matching-runs/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the offers of a draft
         * @description What has become impossible meanwhile is told in the `refusals` of its proposal, and not forced.
         */
        post: operations["Matching_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/matching-runs/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw a run away that is not published */
        post: operations["Matching_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/assignments/{id}/fit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the entrepreneur of an assignment needs, and why the two fit
         * @description For its coach and those who run the site, as long as it is offered, runs or rests.
         */
        get: operations["Fit_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaches/me/outside-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How it stands with my calendar outside; its address is never shown */
        get: operations["OutsideCalendar_read"];
        /**
         * Let my calendar outside block my free times
         * @description An ICS address. It is read within seconds and every half hour. 422 `outside_calendar_address`.
         */
        put: operations["OutsideCalendar_put"];
        post?: never;
        /** Forget my calendar outside and all that was read in it */
        delete: operations["OutsideCalendar_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coaches by name */
        get: operations["Coaches_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaches/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My profile as a coach; the answer carries its ETag */
        get: operations["Coaches_me"];
        /**
         * Say how I coach, in the place of what I said before
         * @description 422 `coach_of_site`, `each_once`, `half_places`. The first time there is nothing to match.
         */
        put: operations["Coaches_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaches/me/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When I offer time, and which sessions lie outside it */
        get: operations["Coaches_hours"];
        /**
         * Say when I offer time, in the place of what I said before
         * @description Hours are of my own clock: what it skips in spring is not there, what it shows twice in autumn counts twice. Sessions outside the new hours stand and are named. 409 `no_coach_profile`; 422 `hours_in_order`, `hours_overlap`, `closed_or_open`, `coach_of_site`.
         */
        put: operations["Coaches_putHours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaches/me/availability/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * When I could be booked if my hours were these; nothing is changed
         * @description Under all that is taken already. 422 as for setting the hours.
         */
        post: operations["Coaches_thought"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One coach */
        get: operations["Coaches_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaches/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a coach can be booked for a length, on a grid of 15 minutes */
        get: operations["Coaches_slots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaches/{id}/qualification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say until when a coach is qualified
         * @description For those who run a site where the coach works. 403 `segregation_of_duties` about oneself.
         */
        patch: operations["Coaches_qualify"];
        trace?: never;
    };
    "/api/v1/coaching/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tree of topics that coaches know and founders need */
        get: operations["Topics_topics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The languages I speak; before I say so, those of my latest application */
        get: operations["Languages_read"];
        /**
         * Say which languages I speak
         * @description 422 `each_once`.
         */
        put: operations["Languages_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own sessions, or those of sites one runs */
        get: operations["Session_list"];
        put?: never;
        /**
         * Book a session: coach, founders and room in one act
         * @description 409 `person_not_twice` says who has something else, never what; `no_double_booking` is the room.
         */
        post: operations["Session_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a session */
        get: operations["Session_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say what a session will be about */
        patch: operations["Session_describe"];
        trace?: never;
    };
    "/api/v1/coaching/sessions/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a session to another time or place
         * @description Founders until a day before.
         */
        post: operations["Session_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a session off
         * @description Later than a day before, its minutes are used when a founder does; never when coach or site do.
         */
        post: operations["Session_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/sessions/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a session, and agree on the next one on the spot (its coach, managers of the site)
         * @description Closing again within two weeks puts right what was told.
         */
        post: operations["Session_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/sessions/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes of a session that one may read: own ones, and shared ones */
        get: operations["Note_list"];
        put?: never;
        /**
         * Write a note of a session
         * @description A private one is read by its author only.
         */
        post: operations["Note_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/sessions/{id}/sealed-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which notes a session has, without a word of them */
        get: operations["Note_sealed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a note */
        get: operations["Note_one"];
        put?: never;
        post?: never;
        /** Take one's own private note away for good */
        delete: operations["Note_remove"];
        options?: never;
        head?: never;
        /** Change one's own note, or share it; what is shared stays shared */
        patch: operations["Note_change"];
        trace?: never;
    };
    "/api/v1/coaching/notes/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Break the glass before a note
         * @description It is logged, and those concerned are told.
         */
        post: operations["Note_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/sessions/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one told of a session oneself */
        get: operations["Note_ownFeedback"];
        put?: never;
        /**
         * Tell once how a closed session was
         * @description Others read it in groups only.
         */
        post: operations["Note_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own goals, and those of founders one coaches */
        get: operations["Goal_listGoals"];
        put?: never;
        /** Set a goal */
        post: operations["Goal_addGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/goals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a goal, or say what became of it */
        patch: operations["Goal_changeGoal"];
        trace?: never;
    };
    "/api/v1/coaching/action-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be done, by oneself or by founders one coaches */
        get: operations["Goal_listItems"];
        put?: never;
        /** Agree on something to do */
        post: operations["Goal_addItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaching/action-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an action item, or tick it off */
        patch: operations["Goal_changeItem"];
        trace?: never;
    };
    "/api/v1/coaching/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own record of coaching, to keep and to take along */
        get: operations["Goal_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaches/me/calendar-clashes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Confirmed sessions at times at which my calendar outside says I am busy */
        get: operations["Clash_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coaches/me/calendar-clashes/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep the session, or call it off
         * @description What is kept is not asked again for the same time. 409 `clash_answered`, `session_state`.
         */
        post: operations["Clash_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mailbox as a page */
        get: operations["Mailbox_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mailbox/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mails, newest first */
        get: operations["Mailbox_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mailbox/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mail as a page */
        get: operations["Mailbox_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mailbox/letters/{id}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mail as its reader sees it */
        get: operations["Mailbox_designed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        RegisterDto: {
            /** Format: email */
            email: string;
            /**
             * Format: password
             * @description any characters; refused as `weak_password` when it is among the first that guessers try
             */
            password: string;
            fullName: string;
            /**
             * @description language of screens and mails
             * @enum {string}
             */
            locale: "en" | "fi" | "sv" | "ru";
            /**
             * @description the privacy notice was shown and accepted
             * @enum {boolean}
             */
            acceptPrivacyNotice: true;
        };
        VerifyEmailDto: {
            token: string;
        };
        SignInDto: {
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
        };
        RoleView: {
            /** @enum {string} */
            role: "entrepreneur" | "coach" | "manager" | "observer" | "administrator";
            /**
             * Format: uuid
             * @description null: everywhere
             */
            siteId: string | null;
        };
        ProfileView: {
            /** Format: uuid */
            id: string;
            /** Format: email */
            email: string;
            fullName: string;
            /** @enum {string} */
            locale: "en" | "fi" | "sv" | "ru";
            /** @description IANA name; null: times are shown on the site’s clock */
            timeZone: string | null;
            /** @description rises with each change; send it as If-Match when changing */
            version: number;
            roles: components["schemas"]["RoleView"][];
        };
        WelcomeView: {
            /** @description for `Authorization: Bearer`; to be kept in memory only */
            accessToken: string;
            /** @description seconds */
            expiresIn: number;
            person: components["schemas"]["ProfileView"];
            /**
             * @description only there when nothing but the own account is open until a second factor is switched on
             * @enum {boolean}
             */
            secondFactorMissing?: true;
        };
        SecondFactorSignInDto: {
            /** @description from the answer `second_factor_required` to the sign-in */
            challenge: string;
            /** @description six digits of the authenticator app, or a recovery code */
            code: string;
        };
        ForgotPasswordDto: {
            /** Format: email */
            email: string;
        };
        ResetPasswordDto: {
            token: string;
            /**
             * Format: password
             * @description any characters; refused as `weak_password` when it is among the first that guessers try
             */
            password: string;
        };
        EditProfile: {
            fullName?: string;
            /** @enum {string} */
            locale?: "en" | "fi" | "sv" | "ru";
            /** @example Europe/Helsinki */
            timeZone?: string | null;
        };
        ChangePasswordDto: {
            /** Format: password */
            currentPassword: string;
            /**
             * Format: password
             * @description any characters; refused as `weak_password` when it is among the first that guessers try
             */
            password: string;
        };
        SignInView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description the one that asks */
            current: boolean;
        };
        SignInList: {
            items: components["schemas"]["SignInView"][];
            next: string | null;
        };
        PresentPasswordDto: {
            /**
             * Format: password
             * @description the present one
             */
            password: string;
        };
        EndedSessionsView: {
            ended: number;
        };
        ErasureRequestView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            requestedAt: string;
            /**
             * Format: date
             * @description the last day for an answer
             */
            dueOn: string;
            /** Format: date-time */
            answeredAt: string | null;
            /** @enum {string|null} */
            outcome: "granted" | "refused" | null;
            /** @description the reason, when it was refused */
            answer: string | null;
        };
        ErasureRequestList: {
            items: components["schemas"]["ErasureRequestView"][];
            next: string | null;
        };
        PersonView: {
            /** Format: uuid */
            id: string;
            /** Format: email */
            email: string;
            fullName: string;
            /** @enum {string} */
            status: "active" | "disabled" | "erased";
            emailVerified: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        PeoplePage: {
            items: components["schemas"]["PersonView"][];
            next: string | null;
        };
        RoleHolderView: {
            /** Format: uuid */
            id: string;
            fullName: string;
            /** Format: email */
            email: string;
        };
        RoleGrantView: {
            /** @enum {string} */
            role: "entrepreneur" | "coach" | "manager" | "observer" | "administrator";
            /**
             * Format: uuid
             * @description null: everywhere
             */
            siteId: string | null;
            /** Format: uuid */
            id: string;
            person: components["schemas"]["RoleHolderView"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endsAt: string | null;
        };
        RoleGrantsPage: {
            items: components["schemas"]["RoleGrantView"][];
            next: string | null;
        };
        GrantRole: {
            /**
             * Format: email
             * @description of a person who has an account
             */
            email: string;
            /** @enum {string} */
            role: "entrepreneur" | "coach" | "manager" | "observer" | "administrator";
            /**
             * Format: uuid
             * @description null for an administrator, and only then
             */
            siteId: string | null;
            /**
             * Format: date-time
             * @description when the role ends by itself
             * @example 2027-03-04T09:00:00+02:00
             */
            endsAt?: string | null;
        };
        SecondFactorView: {
            on: boolean;
            /** @description whether nothing but the own account is open without one */
            asked: boolean;
            /** Format: date-time */
            since: string | null;
            recoveryCodesLeft: number;
        };
        EnrolmentView: {
            /** @description `otpauth://totp/...`, for apps on the same device */
            address: string;
            /** @description the address as a QR code, in SVG */
            picture: string;
            /** @description to be typed where no picture can be taken: base32 */
            setupKey: string;
            /**
             * Format: date-time
             * @description until when the first code has to come back
             */
            expiresAt: string;
        };
        FirstCodeDto: {
            /** @description six digits of the authenticator app */
            code: string;
        };
        RecoveryCodesView: {
            recoveryCodes: string[];
        };
        PasswordAndCodeDto: {
            /**
             * Format: password
             * @description the present one
             */
            password: string;
            /** @description six digits of the authenticator app, or a recovery code */
            code: string;
        };
        OpeningSpanView: {
            /** @description Monday is 1, Sunday is 7 */
            weekday: number;
            /** @example 08:00 */
            opens: string;
            /**
             * @description 24:00 is the end of the day
             * @example 20:00
             */
            closes: string;
        };
        OpeningHoursVersionView: {
            /** Format: date */
            validFrom: string;
            /**
             * Format: date
             * @description the last date; null is until further notice
             */
            validUntil: string | null;
            openingHours: components["schemas"]["OpeningSpanView"][];
        };
        SiteView: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            city: string;
            /** @example FI */
            country: string;
            address: string;
            /** @example Europe/Helsinki */
            timeZone: string;
            /** @enum {string} */
            status: "active" | "suspended" | "closed";
            /** @description percent of its desks that one venture may hold at any instant */
            fairSharePercent: number;
            /** @description after so many no-shows only the same day can be booked */
            noShowStrikes: number;
            /** @description for how many days a no-show counts */
            noShowDays: number;
            /** @description for how many days after the last one that holds */
            noShowBlockDays: number;
            /** @description rises with each change of the site or of its weekly hours; send it as If-Match when changing */
            version: number;
            /** @description the week as it holds today */
            openingHours: components["schemas"]["OpeningSpanView"][];
            /** @description the week of today and those to come */
            openingHoursVersions: components["schemas"]["OpeningHoursVersionView"][];
        };
        SitePage: {
            items: components["schemas"]["SiteView"][];
            next: string | null;
        };
        OpeningSpanDto: {
            /** @description Monday is 1, Sunday is 7 */
            weekday: number;
            /** @example 08:00 */
            opens: string;
            /** @example 20:00 */
            closes: string;
        };
        NewSiteDto: {
            /**
             * @description lower case, digits and single hyphens
             * @example lappeenranta
             */
            slug: string;
            name: string;
            city: string;
            /**
             * @description ISO 3166 code of the country
             * @example FI
             */
            country: string;
            address?: string;
            /** @example Europe/Helsinki */
            timeZone: string;
            /** @description the week from today on */
            openingHours?: components["schemas"]["OpeningSpanDto"][];
        };
        ClosureView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date */
            startsOn: string;
            /**
             * Format: date
             * @description the last date
             */
            endsOn: string;
            /** @description null when the site is closed all day */
            opens: string | null;
            closes: string | null;
            reason: string;
            /** @enum {string} */
            source: "manager" | "holiday";
            /**
             * @description only a confirmed closure is in force
             * @enum {string}
             */
            status: "proposed" | "confirmed" | "dismissed";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
        };
        ClosurePage: {
            items: components["schemas"]["ClosureView"][];
            next: string | null;
        };
        PositionView: {
            x: number;
            y: number;
        };
        ResourceView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            name: string;
            /** @description how many people it seats */
            capacity: number;
            features: string[];
            zone: string | null;
            position: components["schemas"]["PositionView"] | null;
            /** @description a manager decides on each booking */
            needsApproval: boolean;
            /** @enum {string} */
            status: "active" | "retired";
            /** @description rises with each change; send it as If-Match when changing */
            version: number;
        };
        ResourcePage: {
            items: components["schemas"]["ResourceView"][];
            next: string | null;
        };
        PositionDto: {
            x: number;
            y: number;
        };
        NewResourceDto: {
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            name: string;
            /** @description how many people it seats; 1 when left out */
            capacity?: number;
            features?: string[];
            zone?: string | null;
            position?: components["schemas"]["PositionDto"] | null;
            /** @description a manager decides on each booking */
            needsApproval?: boolean;
        };
        ResourceRuleView: {
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            gridMinutes: number;
            shortestMinutes: number;
            longestMinutes: number;
            noticeMinutes: number;
            horizonDays: number;
            /** @description null is as many as one likes */
            futureBookings: number | null;
            cancelMinutes: number;
            checkInBeforeMinutes: number;
            checkInAfterMinutes: number;
            bufferMinutes: number;
        };
        ResourceRulePage: {
            items: components["schemas"]["ResourceRuleView"][];
            /** @description always null: there are three kinds */
            next: string | null;
        };
        WantedExtraDto: {
            /** Format: uuid */
            extraId: string;
            /** @example 1 */
            count: number;
        };
        GuestDto: {
            /** @example Ada Example */
            name: string;
            /**
             * Format: email
             * @example ada@example.org
             */
            email: string;
        };
        BookDto: {
            /**
             * Format: uuid
             * @description the resource; leave it out to be given any free one of `kind` at `siteId`
             */
            resourceId?: string;
            /** Format: uuid */
            siteId?: string;
            /** @enum {string} */
            kind?: "desk" | "room" | "booth";
            /** @description how many people it has to hold */
            capacity?: number;
            /** @description what it has to have */
            features?: string[];
            /**
             * Format: date-time
             * @example 2027-03-04T09:00:00+02:00
             */
            start?: string;
            /**
             * Format: date-time
             * @example 2027-03-04T11:00:00+02:00
             */
            end?: string;
            /**
             * Format: date
             * @description instead of start and end: the date at the site
             * @example 2027-03-04
             */
            date?: string;
            /**
             * @description from when by the site's clock
             * @example 09:00
             */
            from?: string;
            /**
             * @description until when by the site's clock
             * @example 11:00
             */
            to?: string;
            title?: string | null;
            /** @description what to take along, all of it or nothing */
            extras?: components["schemas"]["WantedExtraDto"][];
            /** @description whom to invite; they need no account */
            guests?: components["schemas"]["GuestDto"][];
            /**
             * Format: uuid
             * @description instead of place and time: a hold of yours, which becomes the booking
             */
            holdId?: string;
        };
        BookedResource: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
        };
        ChargeView: {
            /** @enum {string} */
            kind: "desk_days" | "room_minutes" | "coaching_minutes";
            /** @example 2027-03 */
            month: string;
            /** @description days or minutes it would take */
            amount: number;
            /** @description left before it; null is unlimited */
            left: number | null;
            /** @description left after it; null is unlimited */
            leftAfter: number | null;
        };
        RefusalView: {
            /** @description the name of the rule */
            code: string;
            /** @description the rule in words */
            detail: string;
            /** @description what it was judged on, and what would be possible */
            facts: {
                [key: string]: unknown;
            };
        };
        AlternativeView: {
            /** Format: uuid */
            resourceId: string;
            name: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
        };
        BookingPreviewView: {
            resource: components["schemas"]["BookedResource"];
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            timeZone: string;
            /** @description whether the place is free at that time */
            free: boolean;
            /** @description whether it would be asked for and not confirmed at once */
            needsApproval: boolean;
            /** @description empty when it costs nothing */
            charges: components["schemas"]["ChargeView"][];
            /** @description every rule it would break */
            refusals: components["schemas"]["RefusalView"][];
            /** @description when it is not free */
            alternatives: components["schemas"]["AlternativeView"][];
        };
        BookingAllowanceView: {
            /** @enum {string} */
            kind: "desk_days" | "room_minutes" | "coaching_minutes";
            /** @description days or minutes */
            amount: number;
        };
        BookedExtraView: {
            /** Format: uuid */
            extraId: string;
            name: string;
            count: number;
        };
        GuestView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: email */
            email: string;
        };
        Window: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        BookingView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            resource: components["schemas"]["BookedResource"];
            /** Format: uuid */
            personId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the time zone of the site */
            timeZone: string;
            title: string | null;
            /** @enum {string} */
            status: "requested" | "confirmed" | "checked_in" | "completed" | "cancelled" | "rejected" | "no_show";
            /** Format: uuid */
            seriesId: string | null;
            /** @description what it takes from the wallet; null when it costs nothing */
            allowance: components["schemas"]["BookingAllowanceView"] | null;
            /**
             * Format: uuid
             * @description the membership that covers it
             */
            membershipId: string | null;
            extras: components["schemas"]["BookedExtraView"][];
            guests: components["schemas"]["GuestView"][];
            /** @description rises with each change; send it as If-Match when changing */
            version: number;
            /** @description why it was cancelled or rejected, in the words of a person */
            reason: string | null;
            /**
             * @description the same where the house did it by itself
             * @enum {string|null}
             */
            because: "membership_ended" | "membership_ends" | "membership_paused" | "membership_suspended" | "team_left" | "coaching_ended" | "coaching_rests" | "coach_busy" | "rules_changed" | "account_erased" | "unanswered" | null;
            /** @description cancelled after the deadline for free cancellation */
            late: boolean;
            /**
             * Format: date-time
             * @description until when cancelling is free
             */
            freeCancellationUntil: string;
            /** @description when the holder can check in */
            checkIn: components["schemas"]["Window"];
            /** Format: date-time */
            checkedInAt: string | null;
            /** Format: date-time */
            checkedOutAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        BookingPage: {
            items: components["schemas"]["BookingView"][];
            next: string | null;
        };
        ChangeBookingDto: {
            /**
             * Format: date-time
             * @example 2027-03-04T09:00:00+02:00
             */
            start?: string;
            /**
             * Format: date-time
             * @example 2027-03-04T11:00:00+02:00
             */
            end?: string;
            /** Format: uuid */
            resourceId?: string;
            title?: string | null;
            /** @description all that it is to take along from now on */
            extras?: components["schemas"]["WantedExtraDto"][];
        };
        CancelBookingDto: {
            reason?: string;
        };
        RejectBookingDto: {
            /** @description the person can read it */
            reason: string;
        };
        PeriodView: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
        };
        PlaceView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            capacity: number;
            features: string[];
            zone: string | null;
            position: components["schemas"]["PositionView"] | null;
            needsApproval: boolean;
        };
        OccupiedView: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * Format: date-time
             * @description when the place is free again after cleaning
             */
            blockedUntil?: string;
            /** @enum {string} */
            cause: "booking" | "session" | "hold" | "maintenance";
            mine: boolean;
            /** Format: uuid */
            bookingId?: string;
            title?: string;
            /** @enum {string} */
            status?: "requested" | "confirmed" | "checked_in" | "completed" | "cancelled" | "rejected" | "no_show";
            /** @description the name of the person; only for those who run the site */
            holder?: string;
        };
        DayResourceView: {
            resource: components["schemas"]["PlaceView"];
            occupied: components["schemas"]["OccupiedView"][];
        };
        DayView: {
            /** Format: date */
            date: string;
            timeZone: string;
            /** @description when the site is open */
            open: components["schemas"]["PeriodView"][];
            resources: components["schemas"]["DayResourceView"][];
        };
        FreePlaceView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            capacity: number;
            features: string[];
            zone: string | null;
            position: components["schemas"]["PositionView"] | null;
            needsApproval: boolean;
            /** Format: uuid */
            siteId: string;
            /** @enum {string} */
            status: "active" | "retired";
        };
        FreePlacesView: {
            items: components["schemas"]["FreePlaceView"][];
        };
        SlotView: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** Format: uuid */
            resourceId: string;
        };
        SlotsView: {
            items: components["schemas"]["SlotView"][];
        };
        ExtraChangePreview: {
            affectedBookings: components["schemas"]["BookingView"][];
        };
        ExtraView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            name: string;
            /** @description how many there are */
            stock: number;
            /** @enum {string} */
            status: "active" | "retired";
            /** @description left at the busiest instant of the period asked for */
            left: number | null;
            /** @description rises with each change; send it as If-Match when changing */
            version: number;
        };
        ExtraPage: {
            items: components["schemas"]["ExtraView"][];
            next: string | null;
        };
        NewExtraDto: {
            /** @example VR headset */
            name: string;
            /** @example 3 */
            stock: number;
        };
        ChangeExtraDto: {
            name?: string;
            stock?: number;
            /**
             * @description what is retired is lent no more
             * @enum {string}
             */
            status?: "active" | "retired";
        };
        GuestsDto: {
            guests: components["schemas"]["GuestDto"][];
        };
        HoldDto: {
            /**
             * Format: uuid
             * @description the resource; leave it out to be given any free one of `kind` at `siteId`
             */
            resourceId?: string;
            /** Format: uuid */
            siteId?: string;
            /** @enum {string} */
            kind?: "desk" | "room" | "booth";
            /** @description how many people it has to hold */
            capacity?: number;
            /** @description what it has to have */
            features?: string[];
            /**
             * Format: date-time
             * @example 2027-03-04T09:00:00+02:00
             */
            start?: string;
            /**
             * Format: date-time
             * @example 2027-03-04T11:00:00+02:00
             */
            end?: string;
            /**
             * Format: date
             * @description instead of start and end: the date at the site
             * @example 2027-03-04
             */
            date?: string;
            /**
             * @description from when by the site's clock
             * @example 09:00
             */
            from?: string;
            /**
             * @description until when by the site's clock
             * @example 11:00
             */
            to?: string;
        };
        HoldView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            resource: components["schemas"]["BookedResource"];
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the time zone of the site */
            timeZone: string;
            /**
             * Format: date-time
             * @description until when nobody else can take it; from then on anybody can
             */
            expiresAt: string;
        };
        HoldList: {
            items: components["schemas"]["HoldView"][];
        };
        WaitDto: {
            /**
             * Format: uuid
             * @description the resource; leave it out to be given any free one of `kind` at `siteId`
             */
            resourceId?: string;
            /** Format: uuid */
            siteId?: string;
            /** @enum {string} */
            kind?: "desk" | "room" | "booth";
            /** @description how many people it has to hold */
            capacity?: number;
            /** @description what it has to have */
            features?: string[];
            /**
             * Format: date-time
             * @example 2027-03-04T09:00:00+02:00
             */
            start?: string;
            /**
             * Format: date-time
             * @example 2027-03-04T11:00:00+02:00
             */
            end?: string;
            /**
             * Format: date
             * @description instead of start and end: the date at the site
             * @example 2027-03-04
             */
            date?: string;
            /**
             * @description from when by the site's clock
             * @example 09:00
             */
            from?: string;
            /**
             * @description until when by the site's clock
             * @example 11:00
             */
            to?: string;
        };
        WaitingListEntryView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** Format: uuid */
            personId: string;
            /** @description who waits; for those who run the site */
            fullName?: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            /** @description null: any of the kind that fits */
            resource: components["schemas"]["BookedResource"] | null;
            capacity: number;
            features: string[];
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the time zone of the site */
            timeZone: string;
            /** @enum {string} */
            status: "waiting" | "offered" | "accepted" | "declined" | "expired" | "withdrawn";
            /** @description among those who wait for the same, 1 is the next: least used, then longest waiting; null when over */
            position: number | null;
            /** @description minutes of the site that the person has had in the last 30 days */
            usedMinutes: number;
            /** Format: date-time */
            waitingSince: string;
            /** @description what is or was offered */
            offered: components["schemas"]["BookedResource"] | null;
            /**
             * Format: date-time
             * @description until when the offer is held
             */
            offerExpiresAt: string | null;
            /**
             * Format: uuid
             * @description the booking that the offer became
             */
            bookingId: string | null;
        };
        WaitingListPage: {
            items: components["schemas"]["WaitingListEntryView"][];
            next: string | null;
        };
        NoShowView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** Format: uuid */
            personId: string;
            fullName: string;
            /** Format: uuid */
            bookingId: string;
            /** @description the name of the place */
            place: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the time zone of the site */
            timeZone: string;
            /**
             * Format: date-time
             * @description when the time for checking in was over
             */
            at: string;
            /** @enum {string} */
            state: "standing" | "appealed" | "upheld" | "forgiven";
            /**
             * Format: date-time
             * @description from then on it is forgotten and counts for nothing
             */
            forgottenAt: string;
            /** @description neither forgiven nor forgotten */
            counts: boolean;
            /** Format: date-time */
            forgivenAt: string | null;
            /** @description `grace`: the first in a while, forgiven by the house */
            forgivenReason: string | null;
            /** @description what the person says about it */
            appeal: string | null;
            /** Format: date-time */
            appealedAt: string | null;
            /** @description why it stands all the same */
            appealAnswer: string | null;
            /** Format: date-time */
            answeredAt: string | null;
        };
        NoShowPage: {
            items: components["schemas"]["NoShowView"][];
            next: string | null;
        };
        AppealDto: {
            text: string;
        };
        ForgiveDto: {
            /** @description the person reads it */
            reason: string;
        };
        UpholdDto: {
            /** @description the person reads it */
            answer: string;
        };
        SeriesChoiceDto: {
            /**
             * Format: date
             * @description a date of the series
             * @example 2027-03-04
             */
            date: string;
            /**
             * Format: uuid
             * @description another place of the same kind at the same site
             */
            resourceId?: string;
            /** @description leave this date out */
            skip?: boolean;
        };
        BookSeriesDto: {
            /** Format: uuid */
            resourceId: string;
            /**
             * Format: date-time
             * @description start of the first date; the others start at the same time by the clock of the site
             * @example 2027-03-04T09:00:00+02:00
             */
            start: string;
            /**
             * Format: date-time
             * @example 2027-03-04T11:00:00+02:00
             */
            end: string;
            /**
             * @description RFC 5545: FREQ, INTERVAL, COUNT or UNTIL, BYDAY, BYMONTHDAY, BYSETPOS, WKST; at most 52 dates
             * @example FREQ=WEEKLY;COUNT=8
             */
            rule: string;
            /**
             * @description `fail` (all or nothing) when left out
             * @enum {string}
             */
            onClash?: "fail" | "skip" | "substitute";
            choices?: components["schemas"]["SeriesChoiceDto"][];
            title?: string | null;
            /** @description what to take along on every date */
            extras?: components["schemas"]["WantedExtraDto"][];
            /** @description whom to invite to every date, in one letter each */
            guests?: components["schemas"]["GuestDto"][];
        };
        SubstituteView: {
            /** Format: uuid */
            resourceId: string;
            name: string;
        };
        SeriesOccurrenceView: {
            /**
             * Format: date
             * @description the date at the site
             */
            date: string;
            /**
             * Format: date-time
             * @description null when the clock skips the time
             */
            start: string | null;
            /** Format: date-time */
            end: string | null;
            /** @enum {string} */
            status: "free" | "clash" | "refused" | "skipped";
            /** @description the chosen place, or one that is free when the wanted one is taken */
            substitute: components["schemas"]["SubstituteView"] | null;
            /** @description every rule it would break */
            refusals: components["schemas"]["RefusalView"][];
            /** @description what it costs, those before it counted */
            charges: components["schemas"]["ChargeView"][];
        };
        SeriesPreviewView: {
            resource: components["schemas"]["BookedResource"];
            timeZone: string;
            occurrences: components["schemas"]["SeriesOccurrenceView"][];
            /** @description what all that would be booked takes per month */
            totals: components["schemas"]["ChargeView"][];
        };
        SkippedDateView: {
            /** Format: date */
            date: string;
            /** @enum {string} */
            reason: "clash" | "chosen" | "no_such_time";
        };
        SeriesView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** Format: uuid */
            personId: string;
            resource: components["schemas"]["BookedResource"];
            /**
             * @description RFC 5545
             * @example FREQ=WEEKLY;COUNT=8
             */
            rule: string;
            /** Format: date */
            firstDate: string;
            /**
             * @description by the clock of the site
             * @example 09:00
             */
            startTime: string;
            /**
             * @description on the next day when it is not after the start
             * @example 11:00
             */
            endTime: string;
            timeZone: string;
            title: string | null;
            /** @description in order of their start, cancelled ones too */
            bookings: components["schemas"]["BookingView"][];
            /** @description dates that can be added later */
            skipped: components["schemas"]["SkippedDateView"][];
            /** @description rises with each change of the series; send it as If-Match when changing */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SeriesPage: {
            items: components["schemas"]["SeriesView"][];
            next: string | null;
        };
        ChangeSeriesDto: {
            /**
             * Format: date
             * @description this date and the following ones
             * @example 2027-03-04
             */
            from?: string;
            /**
             * Format: date
             * @description this date only
             * @example 2027-03-04
             */
            only?: string;
            /**
             * @description by the clock of the site
             * @example 09:00
             */
            startTime?: string;
            /**
             * @description on the next day when it is not after the start
             * @example 11:00
             */
            endTime?: string;
            /**
             * Format: uuid
             * @description another place of the same kind at the same site
             */
            resourceId?: string;
        };
        CancelSeriesDto: {
            /**
             * Format: date
             * @description this date and the following ones
             * @example 2027-03-04
             */
            from?: string;
            /**
             * Format: date
             * @description this date only
             * @example 2027-03-04
             */
            only?: string;
            reason?: string;
        };
        AddDateDto: {
            /**
             * Format: date
             * @description a date of the series that was skipped; at the times of the series
             * @example 2027-03-04
             */
            date?: string;
            /**
             * Format: date-time
             * @description another start on that date, for as long as the series
             * @example 2027-03-04T09:00:00+02:00
             */
            start?: string;
            /**
             * Format: uuid
             * @description another place of the same kind at the same site
             */
            resourceId?: string;
            /** @description what to take along; the same as on the nearest date of the series when left out */
            extras?: components["schemas"]["WantedExtraDto"][];
            /** @description whom to invite; the same as to the nearest date of the series when left out */
            guests?: components["schemas"]["GuestDto"][];
        };
        PersonInView: {
            name: string;
            venture: string | null;
            /**
             * @description the full hour before, on the clock of the site
             * @example 09:00
             */
            from: string;
            /**
             * @description the full hour after, on the clock of the site
             * @example 17:00
             */
            until: string;
            /** @description the part of the site */
            zone: string | null;
        };
        WhoIsInView: {
            /** Format: date */
            date: string;
            timeZone: string;
            /** @description whether the reader agrees to be seen; who does not sees nobody */
            agreed: boolean;
            /** @description whether the reader is in on that day; who is not sees nobody */
            isIn: boolean;
            items: components["schemas"]["PersonInView"][];
        };
        DayCountsView: {
            /** @description bookings whose holder has not come yet */
            expected: number;
            /** @description bookings whose holder has come */
            arrived: number;
            noShows: number;
            /** @description guests of meetings that take place */
            guests: number;
        };
        NamedPerson: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        DayBookingView: {
            /** Format: uuid */
            id: string;
            resource: components["schemas"]["BookedResource"];
            person: components["schemas"]["NamedPerson"];
            venture: string | null;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @enum {string} */
            status: "requested" | "confirmed" | "checked_in" | "completed" | "cancelled" | "rejected" | "no_show";
            title: string | null;
            /** Format: date-time */
            arrivedAt: string | null;
            /** Format: date-time */
            leftAt: string | null;
            /** @description the names of guests */
            guests: string[];
            extras: components["schemas"]["BookedExtraView"][];
        };
        DayDayParticipantView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string|null} */
            attendance: "present" | "late" | "absent" | null;
        };
        DaySessionView: {
            /** Format: uuid */
            id: string;
            /** @description null when it is remote */
            room: components["schemas"]["BookedResource"] | null;
            coach: components["schemas"]["NamedPerson"];
            participants: components["schemas"]["DayDayParticipantView"][];
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @enum {string} */
            mode: "on_site" | "remote" | "hybrid";
            /** @enum {string} */
            status: "confirmed" | "held" | "closed" | "cancelled" | "no_show";
        };
        DaySheetView: {
            /** Format: date */
            date: string;
            timeZone: string;
            counts: components["schemas"]["DayCountsView"];
            bookings: components["schemas"]["DayBookingView"][];
            sessions: components["schemas"]["DaySessionView"][];
        };
        CheckInCodeView: {
            resource: components["schemas"]["BookedResource"];
            /** @description the part of the site */
            zone: string | null;
            /**
             * @description null when it has none, or one that can be scanned and not printed again
             * @example k7m2-9qxd-4wtz
             */
            code: string | null;
            /** @description where the picture leads */
            address: string | null;
            /** @description the picture: a QR code in SVG */
            svg: string | null;
            /** Format: date-time */
            issuedAt: string | null;
        };
        CheckInCodePage: {
            items: components["schemas"]["CheckInCodeView"][];
            next: string | null;
        };
        IssueCodesDto: {
            /** @description their old codes are worth nothing any more; left out: those that have none */
            resourceIds?: string[];
        };
        CodedPlaceView: {
            resource: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            site: string;
        };
        ScanView: {
            /**
             * @description checked_in: welcome (also when one was already); elsewhere: `booking` is at another place now; too_early, too_late: checking in to `booking` is possible between `from` and `until`; not_confirmed: nobody has approved `booking` yet; free: it can be booked from `from`, and `until` is when somebody else comes or the site closes; taken: until `until`; closed: the site is
             * @enum {string}
             */
            outcome: "checked_in" | "elsewhere" | "too_early" | "too_late" | "not_confirmed" | "free" | "taken" | "closed";
            resource: components["schemas"]["BookedResource"];
            /** Format: uuid */
            siteId: string;
            site: string;
            timeZone: string;
            /** @description the own booking that it is about */
            booking: components["schemas"]["BookingView"] | null;
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            until: string | null;
        };
        PlaceInTime: {
            resource: components["schemas"]["BookedResource"];
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
        };
        ReplacementView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            bookingId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: uuid */
            personId: string;
            /** @description whose booking it is; for those who run the site */
            fullName?: string;
            /** @enum {string} */
            status: "offered" | "accepted" | "declined" | "expired" | "withdrawn";
            /**
             * @description what took the place away
             * @enum {string}
             */
            cause: "closure" | "maintenance" | "retirement";
            /**
             * Format: uuid
             * @description the closure, the maintenance, or the resource that is out of use
             */
            causeId: string;
            /** @description why, in words for the holder */
            reason: string | null;
            /** @description what was booked */
            instead: components["schemas"]["PlaceInTime"];
            /** @description what is held for the holder */
            offered: components["schemas"]["PlaceInTime"];
            /** @description the time zone of the site */
            timeZone: string;
            /** Format: date-time */
            offeredAt: string;
            /**
             * Format: date-time
             * @description until when it is held
             */
            expiresAt: string;
            /** Format: date-time */
            answeredAt: string | null;
        };
        ReplacementPage: {
            items: components["schemas"]["ReplacementView"][];
            next: string | null;
        };
        ErasureView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            /** @description a dash once the person has been erased */
            personName: string;
            /**
             * Format: email
             * @description null once the person has been erased
             */
            email: string | null;
            /** Format: date-time */
            requestedAt: string;
            /**
             * Format: date
             * @description the last day for an answer
             */
            dueOn: string;
            /** @enum {string|null} */
            outcome: "granted" | "refused" | null;
            /** Format: date-time */
            answeredAt: string | null;
            answer: string | null;
            /**
             * Format: date-time
             * @description when a granted wish is carried out at the earliest; null when it has been, or was not granted
             */
            erasesAt: string | null;
            /** Format: date-time */
            erasedAt: string | null;
            /** @description why it cannot be granted now */
            hindrances: components["schemas"]["RefusalView"][];
            /** @description memberships that have to end first */
            membershipIds: string[];
        };
        ErasureRequestsView: {
            items: components["schemas"]["ErasureView"][];
            next: string | null;
        };
        RefuseErasureDto: {
            /** @description the person reads it */
            reason: string;
        };
        PlannedReplacement: {
            resource: components["schemas"]["BookedResource"];
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** Format: uuid */
            bookingId: string;
            /**
             * Format: date-time
             * @description until when it is held
             */
            expiresAt: string;
        };
        ResourceName: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        DisplacedSessionView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "intake_talk" | "one_to_one" | "office_hour" | "team" | "milestone_review" | "group_clinic" | "pitch_practice" | "exit_talk";
            /** Format: uuid */
            coachId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the time zone of the site */
            timeZone: string;
            /** @description the equal room at the same time; null when the session is called off */
            instead: components["schemas"]["ResourceName"] | null;
        };
        AffectedView: {
            affectedBookings: components["schemas"]["BookingView"][];
            /** @description for those whose booking would be cancelled: the equal place that each would be offered, if there is one */
            replacements?: components["schemas"]["PlannedReplacement"][];
            /** @description coaching sessions that would lose their room */
            affectedSessions?: components["schemas"]["DisplacedSessionView"][];
        };
        AnnouncedClosureView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date */
            startsOn: string;
            /**
             * Format: date
             * @description the last date
             */
            endsOn: string;
            /** @description null when the site is closed all day */
            opens: string | null;
            closes: string | null;
            reason: string;
            /** @enum {string} */
            source: "manager" | "holiday";
            /**
             * @description only a confirmed closure is in force
             * @enum {string}
             */
            status: "proposed" | "confirmed" | "dismissed";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description the bookings that were cancelled */
            affectedBookings: components["schemas"]["BookingView"][];
            /** @description the equal places that are held for their holders */
            replacements: components["schemas"]["PlannedReplacement"][];
            /** @description coaching sessions that lost their room */
            affectedSessions: components["schemas"]["DisplacedSessionView"][];
        };
        RetiredResourceView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            name: string;
            /** @description how many people it seats */
            capacity: number;
            features: string[];
            zone: string | null;
            position: components["schemas"]["PositionView"] | null;
            /** @description a manager decides on each booking */
            needsApproval: boolean;
            /** @enum {string} */
            status: "active" | "retired";
            /** @description rises with each change; send it as If-Match when changing */
            version: number;
            /** @description the bookings that were cancelled */
            affectedBookings: components["schemas"]["BookingView"][];
            /** @description the equal places that are held for their holders */
            replacements: components["schemas"]["PlannedReplacement"][];
            /** @description coaching sessions that lost their room */
            affectedSessions: components["schemas"]["DisplacedSessionView"][];
        };
        ChangeSiteDto: {
            name?: string;
            city?: string;
            address?: string;
            /**
             * @description with any other than active, bookings ahead are cancelled
             * @enum {string}
             */
            status?: "active" | "suspended" | "closed";
            /** @description why, for those whose bookings are cancelled */
            reason?: string;
            /**
             * @description only while nothing is booked at the site
             * @example Europe/Helsinki
             */
            timeZone?: string;
            /** @description percent of its desks that one venture may hold at any instant */
            fairSharePercent?: number;
            /** @description after so many no-shows only the same day can be booked */
            noShowStrikes?: number;
            /** @description for how many days a no-show counts */
            noShowDays?: number;
            /** @description for how many days after the last one that holds */
            noShowBlockDays?: number;
        };
        NewClosureDto: {
            /**
             * Format: date
             * @example 2027-03-04
             */
            startsOn: string;
            /**
             * Format: date
             * @description the last date
             * @example 2027-03-04
             */
            endsOn: string;
            /**
             * @description left out when the site is closed all day
             * @example 09:00
             */
            opens?: string | null;
            /** @example 09:00 */
            closes?: string | null;
            /** @description told to everybody whose booking is cancelled */
            reason: string;
        };
        RetireDto: {
            /** @description for those whose bookings are cancelled */
            reason?: string;
        };
        MaintenanceView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            resourceId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the time zone of the site */
            timeZone: string;
            reason: string;
        };
        MaintenancePage: {
            items: components["schemas"]["MaintenanceView"][];
            next: string | null;
        };
        NewMaintenanceDto: {
            /**
             * Format: date-time
             * @example 2027-03-04T09:00:00+02:00
             */
            start: string;
            /**
             * Format: date-time
             * @example 2027-03-04T09:00:00+02:00
             */
            end: string;
            reason: string;
        };
        BegunMaintenanceView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            resourceId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the time zone of the site */
            timeZone: string;
            reason: string;
            /** @description the bookings that were cancelled */
            affectedBookings: components["schemas"]["BookingView"][];
            /** @description the equal places that are held for their holders */
            replacements: components["schemas"]["PlannedReplacement"][];
            /** @description coaching sessions that lost their room */
            affectedSessions: components["schemas"]["DisplacedSessionView"][];
        };
        MembershipAllowanceView: {
            /** @enum {string} */
            kind: "desk_days" | "room_minutes" | "coaching_minutes";
            /** @description null is unlimited */
            amount: number | null;
            /** @enum {string} */
            per: "month" | "unlimited";
            /** @description taken from the lead's wallet */
            shared: boolean;
        };
        PinnedPlanView: {
            /**
             * Format: uuid
             * @description the version
             */
            id: string;
            /** Format: uuid */
            planId: string;
            code: string;
            /** @description in the reader's language */
            name: string;
            version: number;
            termMonths: number;
            maxRenewals: number;
            totalMonths: number;
            priceCents: number;
            normalPriceCents: number;
            noticeDays: number;
            maxPauses: number;
            pauseDays: number;
            pauseEdgeDays: number;
            pauseExtendsTerm: boolean;
            allowances: components["schemas"]["MembershipAllowanceView"][];
        };
        PinnedDocumentView: {
            /** Format: uuid */
            id: string;
            version: number;
            hash: string;
            /** Format: date-time */
            acceptedAt: string | null;
        };
        TermView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "initial" | "renewal" | "extension";
            /** Format: date */
            startsOn: string;
            /** Format: date */
            endsOn: string;
        };
        PauseView: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @enum {string} */
            status: "requested" | "approved" | "refused" | "cancelled";
            /** @description why it was asked for */
            reason: string | null;
            /** @description why it was refused */
            answer: string | null;
        };
        RenewalView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "requested" | "approved" | "refused" | "cancelled";
            progress: string;
            /** Format: date-time */
            requestedAt: string;
            /** @description what the manager found */
            review: string | null;
            /** @description why it was refused */
            reason: string | null;
        };
        SuspensionView: {
            reason: string;
            /** Format: date-time */
            since: string;
            /**
             * Format: date
             * @description when it is looked at again
             */
            reviewOn: string;
            /** @description what the member says to it */
            answer: string | null;
        };
        EndView: {
            /** @enum {string} */
            reason: "graduated" | "term_expired" | "resigned" | "terminated_for_cause" | "stopped_idea" | "transferred" | "site_closed" | "withdrawn";
            note: string | null;
            /**
             * Format: date-time
             * @description null while it is ahead
             */
            endedAt: string | null;
        };
        OutlookView: {
            /** @description days in force that are left, today included */
            daysLeft: number | null;
            renewalsLeft: number;
            /** @description in the present term */
            pausesLeft: number;
            /** @description in the present term */
            pauseDaysLeft: number;
        };
        FallenSessionView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "intake_talk" | "one_to_one" | "office_hour" | "team" | "milestone_review" | "group_clinic" | "pitch_practice" | "exit_talk";
            /** Format: uuid */
            coachId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the time zone of the site */
            timeZone: string;
        };
        MembershipStoryView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** Format: uuid */
            personId: string;
            personName: string;
            /** Format: uuid */
            applicationId: string | null;
            /** Format: uuid */
            ventureId: string | null;
            /**
             * Format: uuid
             * @description whose wallet it shares, or its home
             */
            leadMembershipId: string | null;
            /** @enum {string} */
            status: "offered" | "scheduled" | "active" | "paused" | "suspended" | "lapsed" | "ended";
            plan: components["schemas"]["PinnedPlanView"];
            /**
             * Format: date
             * @description the first day, local to the site
             */
            startsOn: string;
            /**
             * Format: date
             * @description the last day; null until it is accepted
             */
            endsOn: string | null;
            /** Format: date-time */
            offerExpiresAt: string;
            agreement: components["schemas"]["PinnedDocumentView"];
            houseRules: components["schemas"]["PinnedDocumentView"];
            terms: components["schemas"]["TermView"][];
            pauses: components["schemas"]["PauseView"][];
            renewals: components["schemas"]["RenewalView"][];
            /** Format: date */
            noticeGivenOn: string | null;
            suspension: components["schemas"]["SuspensionView"] | null;
            end: components["schemas"]["EndView"] | null;
            next: components["schemas"]["OutlookView"];
            /** @description rises with each change; the ETag */
            version: number;
            /** @description the bookings that were cancelled */
            affectedBookings: components["schemas"]["BookingView"][];
            /** @description the coaching sessions that were cancelled */
            affectedSessions: components["schemas"]["FallenSessionView"][];
            /** @description sessions of the team that go on without the member */
            sessionsLeft: components["schemas"]["FallenSessionView"][];
        };
        MembershipAffectedView: {
            affectedBookings: components["schemas"]["BookingView"][];
            /** @description coaching sessions */
            affectedSessions: components["schemas"]["FallenSessionView"][];
            /** @description sessions of the team that go on without the member */
            sessionsLeft: components["schemas"]["FallenSessionView"][];
        };
        SuspendDto: {
            /** @description the person reads it */
            reason: string;
            /**
             * Format: date
             * @description when it is looked at again
             * @example 2027-03-04
             */
            reviewOn: string;
            /** @description cancel what is booked already; otherwise it is held */
            cancelBookings?: boolean;
        };
        EndMembershipDto: {
            /** @enum {string} */
            reason: "graduated" | "term_expired" | "resigned" | "terminated_for_cause" | "stopped_idea" | "transferred" | "site_closed";
            /**
             * Format: date
             * @description the last day; today (and then at once) when it is left out
             * @example 2027-03-04
             */
            endsOn?: string;
            /** @description the person reads it */
            note?: string | null;
        };
        RuleEffectView: {
            /** Format: uuid */
            bookingId: string;
            /** @description every law it would break */
            because: components["schemas"]["RefusalView"][];
            /** @description where rebooking would move it; null when there is no place within a week */
            rebooking: components["schemas"]["AlternativeView"] | null;
        };
        SessionEffectView: {
            /** Format: uuid */
            sessionId: string;
            /** Format: uuid */
            coachId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            because: components["schemas"]["RefusalView"][];
        };
        MembershipUnderPlanView: {
            /** Format: uuid */
            membershipId: string;
            /** Format: uuid */
            personId: string;
            status: string;
            /** @description the version of the plan that it keeps */
            version: number;
            /**
             * Format: date
             * @description its last day
             */
            endsOn: string | null;
        };
        PlanChangePreviewView: {
            /** @description bookings that would break, by their start */
            affectedBookings: components["schemas"]["BookingView"][];
            /** @description the same, each with the laws and a way out */
            effects: components["schemas"]["RuleEffectView"][];
            /** @description coaching sessions that would break; `sessions` says what becomes of them */
            affectedSessions: components["schemas"]["SessionEffectView"][];
            /** @description send it as `seen` when applying, so that nobody is touched who was not shown here */
            seen: string;
            /** @description they keep the version they accepted, renewals included; who is offered the plan from now on gets the new one */
            keeps: components["schemas"]["MembershipUnderPlanView"][];
            /** @description how many places the plan would have; null is no limit */
            places: number | null;
            /** @description how many of them are taken: nobody loses a place */
            taken: number;
            /** @description how many more hold a place than there would be; so many end before the next is given */
            over: number;
        };
        PlanTextView: {
            name: string;
            summary: string;
        };
        PlanTextsView: {
            en: components["schemas"]["PlanTextView"];
            fi: components["schemas"]["PlanTextView"];
            sv: components["schemas"]["PlanTextView"];
            ru: components["schemas"]["PlanTextView"];
        };
        AllowanceView: {
            /** @enum {string} */
            kind: "desk_days" | "room_minutes" | "coaching_minutes";
            /** @description null when it is unlimited */
            amount: number | null;
            /** @enum {string} */
            per: "month" | "unlimited";
            /** @description taken from the lead's wallet */
            shared: boolean;
        };
        PlanLimitsView: {
            deskHorizonDays: number | null;
            roomHorizonDays: number | null;
            roomFutureBookings: number | null;
            roomLongestMinutes: number | null;
            /** @description guests of one meeting; null is as many as the place seats */
            guests: number | null;
        };
        PlanPauseView: {
            most: number;
            /** @description how many days all pauses of a term last together at most */
            days: number;
            /** @description no pause touches so many days at either end of a term */
            edgeDays: number;
            extendsTerm: boolean;
        };
        PlanView: {
            /**
             * Format: uuid
             * @description of this version; what an approval and a membership name
             */
            id: string;
            /**
             * Format: uuid
             * @description of the plan, the same in all versions
             */
            planId: string;
            /** Format: uuid */
            siteId: string;
            /** @example launch */
            code: string;
            /** @enum {string} */
            status: "active" | "retired";
            /** @description in the reader's language */
            name: string;
            /** @description in the reader's language */
            summary: string;
            texts: components["schemas"]["PlanTextsView"];
            version: number;
            /** @description whether it is the latest version */
            current: boolean;
            /** Format: date-time */
            publishedAt: string;
            termMonths: number;
            maxRenewals: number;
            /** @description the longest stay, all terms together */
            totalMonths: number;
            /** @description by the month, without VAT */
            priceCents: number;
            /** @description what the same would cost without support */
            normalPriceCents: number;
            /** @description the difference of the two: the support of a month */
            benefitCents: number;
            allowances: components["schemas"]["AllowanceView"][];
            limits: components["schemas"]["PlanLimitsView"];
            pause: components["schemas"]["PlanPauseView"];
            offerDays: number;
            noticeDays: number;
            /** @enum {string} */
            access: "opening_hours" | "evenings" | "all_day";
            /**
             * @description when the evening ends
             * @example 22:00
             */
            eveningCloses: string | null;
            /** @description whether a short stay at a desk costs half a day */
            halfDays: boolean;
            /** @enum {string} */
            needs: "nothing" | "home_membership" | "lead_membership";
            /** @description null is no limit */
            places: number | null;
            /** @description null is no limit */
            placesLeft: number | null;
        };
        PlanTextDto: {
            /** @example Launch */
            name: string;
            summary: string;
        };
        PlanTextsDto: {
            en: components["schemas"]["PlanTextDto"];
            fi: components["schemas"]["PlanTextDto"];
            sv: components["schemas"]["PlanTextDto"];
            ru: components["schemas"]["PlanTextDto"];
        };
        AllowanceDto: {
            /** @enum {string} */
            kind: "desk_days" | "room_minutes" | "coaching_minutes";
            /** @description null is unlimited */
            amount: number | null;
            /** @description taken from the lead's wallet; for plans that need the lead's membership */
            shared?: boolean;
        };
        PlanLimitsDto: {
            deskHorizonDays?: number | null;
            roomHorizonDays?: number | null;
            roomFutureBookings?: number | null;
            roomLongestMinutes?: number | null;
            /** @description guests of one meeting; null is as many as the place seats */
            guests?: number | null;
        };
        PlanPauseDto: {
            most: number;
            /** @description how many days all pauses of a term last together at most */
            days: number;
            /** @description 7 when left out */
            edgeDays?: number;
            /** @description true when left out */
            extendsTerm?: boolean;
        };
        BookingChoiceDto: {
            /** Format: uuid */
            bookingId: string;
            /** @enum {string} */
            do: "apply" | "exempt" | "rebook";
        };
        PublishedVersionDto: {
            texts: components["schemas"]["PlanTextsDto"];
            /** @example 6 */
            termMonths: number;
            /** @example 1 */
            maxRenewals: number;
            /**
             * @description the longest stay, all terms together
             * @example 12
             */
            totalMonths: number;
            /**
             * @description by the month, without VAT
             * @example 3000
             */
            priceCents: number;
            /**
             * @description what the same would cost without support
             * @example 16000
             */
            normalPriceCents: number;
            /** @description a kind that is not named is not given */
            allowances: components["schemas"]["AllowanceDto"][];
            limits?: components["schemas"]["PlanLimitsDto"];
            /** @description no pauses when left out */
            pause?: components["schemas"]["PlanPauseDto"];
            /** @description 14 when left out */
            offerDays?: number;
            /** @description 30 when left out */
            noticeDays?: number;
            /** @enum {string} */
            access: "opening_hours" | "evenings" | "all_day";
            /**
             * @description for access `evenings`
             * @example 22:00
             */
            eveningCloses?: string | null;
            /** @description whether a short stay at a desk costs half a day */
            halfDays?: boolean;
            /** @enum {string} */
            needs?: "nothing" | "home_membership" | "lead_membership";
            /**
             * @description apply cancels them, exempt (the usual) lets them stand, rebook moves them to the nearest place and time
             * @enum {string}
             */
            onConflict?: "apply" | "exempt" | "rebook";
            /**
             * @description for those that cannot be rebooked; exempt when left out
             * @enum {string}
             */
            otherwise?: "apply" | "exempt";
            /** @description otherwise for some bookings */
            choices?: components["schemas"]["BookingChoiceDto"][];
            /**
             * @description for coaching sessions; exempt when left out
             * @enum {string}
             */
            sessions?: "apply" | "exempt";
            /** @description the mark of the preview; needed when a booking is cancelled or moved */
            seen?: string;
            /** @description told to everybody whose booking is cancelled */
            reason?: string;
        };
        RuleOutcomeView: {
            /** @enum {string} */
            outcome: "exempted" | "cancelled" | "moved";
            /** @description as it is now */
            booking: components["schemas"]["BookingView"];
        };
        PublishedPlanView: {
            /**
             * Format: uuid
             * @description of this version; what an approval and a membership name
             */
            id: string;
            /**
             * Format: uuid
             * @description of the plan, the same in all versions
             */
            planId: string;
            /** Format: uuid */
            siteId: string;
            /** @example launch */
            code: string;
            /** @enum {string} */
            status: "active" | "retired";
            /** @description in the reader's language */
            name: string;
            /** @description in the reader's language */
            summary: string;
            texts: components["schemas"]["PlanTextsView"];
            version: number;
            /** @description whether it is the latest version */
            current: boolean;
            /** Format: date-time */
            publishedAt: string;
            termMonths: number;
            maxRenewals: number;
            /** @description the longest stay, all terms together */
            totalMonths: number;
            /** @description by the month, without VAT */
            priceCents: number;
            /** @description what the same would cost without support */
            normalPriceCents: number;
            /** @description the difference of the two: the support of a month */
            benefitCents: number;
            allowances: components["schemas"]["AllowanceView"][];
            limits: components["schemas"]["PlanLimitsView"];
            pause: components["schemas"]["PlanPauseView"];
            offerDays: number;
            noticeDays: number;
            /** @enum {string} */
            access: "opening_hours" | "evenings" | "all_day";
            /**
             * @description when the evening ends
             * @example 22:00
             */
            eveningCloses: string | null;
            /** @description whether a short stay at a desk costs half a day */
            halfDays: boolean;
            /** @enum {string} */
            needs: "nothing" | "home_membership" | "lead_membership";
            /** @description null is no limit */
            places: number | null;
            /** @description null is no limit */
            placesLeft: number | null;
            outcomes: components["schemas"]["RuleOutcomeView"][];
        };
        ChangePlanDto: {
            /** @description null is no limit */
            places?: number | null;
            /**
             * @description a retired plan is offered to nobody; its members stay
             * @enum {string}
             */
            status?: "active" | "retired";
        };
        ChangedResourceView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            name: string;
            /** @description how many people it seats */
            capacity: number;
            features: string[];
            zone: string | null;
            position: components["schemas"]["PositionView"] | null;
            /** @description a manager decides on each booking */
            needsApproval: boolean;
            /** @enum {string} */
            status: "active" | "retired";
            /** @description rises with each change; send it as If-Match when changing */
            version: number;
            outcomes: components["schemas"]["RuleOutcomeView"][];
        };
        ChangedRulesView: {
            items: components["schemas"]["ResourceRuleView"][];
            /** @description always null: there are three kinds */
            next: string | null;
            outcomes: components["schemas"]["RuleOutcomeView"][];
        };
        ChangedSiteView: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            city: string;
            /** @example FI */
            country: string;
            address: string;
            /** @example Europe/Helsinki */
            timeZone: string;
            /** @enum {string} */
            status: "active" | "suspended" | "closed";
            /** @description percent of its desks that one venture may hold at any instant */
            fairSharePercent: number;
            /** @description after so many no-shows only the same day can be booked */
            noShowStrikes: number;
            /** @description for how many days a no-show counts */
            noShowDays: number;
            /** @description for how many days after the last one that holds */
            noShowBlockDays: number;
            /** @description rises with each change of the site or of its weekly hours; send it as If-Match when changing */
            version: number;
            /** @description the week as it holds today */
            openingHours: components["schemas"]["OpeningSpanView"][];
            /** @description the week of today and those to come */
            openingHoursVersions: components["schemas"]["OpeningHoursVersionView"][];
            outcomes: components["schemas"]["RuleOutcomeView"][];
        };
        RuleChangePreviewView: {
            /** @description bookings that would break, by their start */
            affectedBookings: components["schemas"]["BookingView"][];
            /** @description the same, each with the laws and a way out */
            effects: components["schemas"]["RuleEffectView"][];
            /** @description coaching sessions that would break; `sessions` says what becomes of them */
            affectedSessions: components["schemas"]["SessionEffectView"][];
            /** @description send it as `seen` when applying, so that nobody is touched who was not shown here */
            seen: string;
        };
        RezonedSiteView: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            city: string;
            /** @example FI */
            country: string;
            address: string;
            /** @example Europe/Helsinki */
            timeZone: string;
            /** @enum {string} */
            status: "active" | "suspended" | "closed";
            /** @description percent of its desks that one venture may hold at any instant */
            fairSharePercent: number;
            /** @description after so many no-shows only the same day can be booked */
            noShowStrikes: number;
            /** @description for how many days a no-show counts */
            noShowDays: number;
            /** @description for how many days after the last one that holds */
            noShowBlockDays: number;
            /** @description rises with each change of the site or of its weekly hours; send it as If-Match when changing */
            version: number;
            /** @description the week as it holds today */
            openingHours: components["schemas"]["OpeningSpanView"][];
            /** @description the week of today and those to come */
            openingHoursVersions: components["schemas"]["OpeningHoursVersionView"][];
            /** @description how many bookings, sessions, maintenance and waiting entries have another instant now */
            moved: number;
            /** @description bookings that needed a choice */
            outcomes: components["schemas"]["RuleOutcomeView"][];
        };
        TwoReadingsView: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * @description what the clock of the site shows at the start
             * @example 2027-03-04T09:00
             */
            localStart: string;
            /** @example 2027-03-04T11:00 */
            localEnd: string;
        };
        RezonedView: {
            /** @enum {string} */
            kind: "booking" | "session" | "maintenance" | "waiting";
            /** Format: uuid */
            id: string;
            /** @description the place, or the coach of a session; null when somebody waits for any place of a kind */
            name: string | null;
            before: components["schemas"]["TwoReadingsView"];
            after: components["schemas"]["TwoReadingsView"];
            /** @description why it cannot be as was wished, or which laws it would break; a choice is needed then */
            because: components["schemas"]["RefusalView"][];
        };
        RezonedClosureView: {
            /** Format: uuid */
            closureId: string;
            before: components["schemas"]["TwoReadingsView"];
            after: components["schemas"]["TwoReadingsView"];
        };
        RezonedSeriesView: {
            /** Format: uuid */
            seriesId: string;
            /** @example 09:00 */
            localStart: string;
            /**
             * @description what its dates would read
             * @example 10:00
             */
            localStartAfter: string;
        };
        TimeZonePreviewView: {
            /** @description bookings that would break, by their start */
            affectedBookings: components["schemas"]["BookingView"][];
            /** @description the same, each with the laws and a way out */
            effects: components["schemas"]["RuleEffectView"][];
            /** @description coaching sessions that would break; `sessions` says what becomes of them */
            affectedSessions: components["schemas"]["SessionEffectView"][];
            /** @description send it as `seen` when applying */
            seen: string;
            from: string;
            to: string;
            /** @enum {string} */
            keep: "instant" | "local_time";
            /** @description everything that is agreed and not over */
            items: components["schemas"]["RezonedView"][];
            closures: components["schemas"]["RezonedClosureView"][];
            series: components["schemas"]["RezonedSeriesView"][];
        };
        ChangedWeekDto: {
            /**
             * Format: date
             * @description the first date of this week; today or later
             * @example 2027-03-04
             */
            validFrom: string;
            /** @description weekdays that are not named are closed */
            openingHours: components["schemas"]["OpeningSpanDto"][];
            /**
             * @description apply cancels them, exempt (the usual) lets them stand, rebook moves them to the nearest place and time
             * @enum {string}
             */
            onConflict?: "apply" | "exempt" | "rebook";
            /**
             * @description for those that cannot be rebooked; exempt when left out
             * @enum {string}
             */
            otherwise?: "apply" | "exempt";
            /** @description otherwise for some bookings */
            choices?: components["schemas"]["BookingChoiceDto"][];
            /**
             * @description for coaching sessions; exempt when left out
             * @enum {string}
             */
            sessions?: "apply" | "exempt";
            /** @description the mark of the preview; needed when a booking is cancelled or moved */
            seen?: string;
            /** @description told to everybody whose booking is cancelled */
            reason?: string;
        };
        ResourceRuleDto: {
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            /** @description one of 5, 10, 15, 20, 30, 60 */
            gridMinutes: number;
            shortestMinutes: number;
            longestMinutes: number;
            noticeMinutes: number;
            horizonDays: number;
            /** @description null is as many as one likes */
            futureBookings: number | null;
            cancelMinutes: number;
            checkInBeforeMinutes: number;
            checkInAfterMinutes: number;
            /** @description for cleaning, after each booking */
            bufferMinutes: number;
        };
        ChangedRulesDto: {
            /** @description kinds that are not named keep their rules */
            items: components["schemas"]["ResourceRuleDto"][];
            /**
             * @description apply cancels them, exempt (the usual) lets them stand, rebook moves them to the nearest place and time
             * @enum {string}
             */
            onConflict?: "apply" | "exempt" | "rebook";
            /**
             * @description for those that cannot be rebooked; exempt when left out
             * @enum {string}
             */
            otherwise?: "apply" | "exempt";
            /** @description otherwise for some bookings */
            choices?: components["schemas"]["BookingChoiceDto"][];
            /**
             * @description for coaching sessions; exempt when left out
             * @enum {string}
             */
            sessions?: "apply" | "exempt";
            /** @description the mark of the preview; needed when a booking is cancelled or moved */
            seen?: string;
            /** @description told to everybody whose booking is cancelled */
            reason?: string;
        };
        NewTimeZoneDto: {
            /**
             * @description apply cancels them, exempt (the usual) lets them stand, rebook moves them to the nearest place and time
             * @enum {string}
             */
            onConflict?: "apply" | "exempt" | "rebook";
            /**
             * @description for those that cannot be rebooked; exempt when left out
             * @enum {string}
             */
            otherwise?: "apply" | "exempt";
            /** @description otherwise for some bookings */
            choices?: components["schemas"]["BookingChoiceDto"][];
            /**
             * @description for coaching sessions; exempt when left out
             * @enum {string}
             */
            sessions?: "apply" | "exempt";
            /** @description the mark of the preview; needed when a booking is cancelled or moved */
            seen?: string;
            /** @description told to everybody whose booking is cancelled */
            reason?: string;
            /** @example Europe/Helsinki */
            timeZone: string;
            /**
             * @description instant: everything stays when it is, and reads otherwise; local_time: the clock shows the same, at another instant
             * @enum {string}
             */
            keep: "instant" | "local_time";
        };
        ChangedResourceDto: {
            name?: string;
            capacity?: number;
            features?: string[];
            zone?: string | null;
            position?: components["schemas"]["PositionDto"] | null;
            needsApproval?: boolean;
            /**
             * @description apply cancels them, exempt (the usual) lets them stand, rebook moves them to the nearest place and time
             * @enum {string}
             */
            onConflict?: "apply" | "exempt" | "rebook";
            /**
             * @description for those that cannot be rebooked; exempt when left out
             * @enum {string}
             */
            otherwise?: "apply" | "exempt";
            /** @description otherwise for some bookings */
            choices?: components["schemas"]["BookingChoiceDto"][];
            /**
             * @description for coaching sessions; exempt when left out
             * @enum {string}
             */
            sessions?: "apply" | "exempt";
            /** @description the mark of the preview; needed when a booking is cancelled or moved */
            seen?: string;
            /** @description told to everybody whose booking is cancelled */
            reason?: string;
        };
        CriterionView: {
            /** @example customer_interviews */
            code: string;
            count: number;
        };
        VentureMemberView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            fullName: string;
            lead: boolean;
            /** Format: date */
            startsOn: string;
            /**
             * Format: date
             * @description the last day; null while none is known
             */
            endsOn: string | null;
            /** @description in the team today */
            current: boolean;
        };
        CompanyView: {
            name: string;
            /** @example 1234567-1 */
            businessId: string;
            /** @example FI */
            country: string;
            /** Format: date */
            registeredOn: string;
        };
        WarningView: {
            /** @example start_up_grant */
            code: string;
            detail: string;
        };
        TeamDepartureView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            name: string;
            /** @description what it is about */
            sentence: string;
            sector: string | null;
            /** @enum {string} */
            stage: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded";
            /** @description what the present stage asks before it is left */
            criteria: components["schemas"]["CriterionView"][];
            /** @enum {string} */
            startUpGrant: "unknown" | "not_applying" | "waiting" | "decided";
            /** @enum {string} */
            status: "active" | "stopped";
            members: components["schemas"]["VentureMemberView"][];
            company: components["schemas"]["CompanyView"] | null;
            warnings: components["schemas"]["WarningView"][];
            /** @description the ETag */
            version: number;
            /** @description sessions that are called off */
            affectedSessions: components["schemas"]["FallenSessionView"][];
            /** @description sessions of the team that go on without the member */
            sessionsLeft: components["schemas"]["FallenSessionView"][];
        };
        TeamAffectedView: {
            /** @description sessions that are called off */
            affectedSessions: components["schemas"]["FallenSessionView"][];
            /** @description sessions of the team that go on without the member */
            sessionsLeft: components["schemas"]["FallenSessionView"][];
        };
        LastDayDto: {
            /**
             * Format: date
             * @description the last day in the team
             * @example 2027-03-04
             */
            endsOn: string;
        };
        /** @enum {string} */
        MessageKind: "verify_email" | "reset_password" | "already_registered" | "account_changed" | "erasure_answered" | "booking_confirmed" | "series_confirmed" | "booking_changed" | "booking_cancelled" | "booking_rejected" | "booking_tomorrow" | "booking_soon" | "booking_ending" | "booking_released" | "waiting_list_offer" | "replacement_offer" | "extra_withdrawn" | "guest_invited" | "guest_cancelled" | "guest_series_invited" | "guest_series_cancelled" | "application_received" | "application_returned" | "application_waitlisted" | "application_rejected" | "offer_made" | "offer_ending" | "term_starting" | "term_ending" | "pause_starting" | "pause_ending" | "membership_suspended" | "membership_reinstated" | "membership_ended" | "pause_answered" | "renewal_answered" | "stage_answered" | "no_show_answered" | "allowance_low" | "coach_asked" | "coach_answer_due" | "coach_found" | "coach_answered" | "coaching_ended" | "session_confirmed" | "session_moved" | "session_tomorrow" | "session_soon" | "session_to_close" | "feedback_asked" | "session_cancelled" | "session_left" | "calendar_clash" | "calendar_failing" | "notes_shared" | "note_opened" | "action_items_due" | "applications_waiting" | "answers_overdue" | "daily_sheet";
        MessageLineView: {
            /** @example Place */
            name: string;
            /** @example Desk 4 */
            value: string;
        };
        MessageView: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["MessageKind"];
            title: string;
            /** @description what there is to say, in paragraphs with an empty line between; may be empty */
            text: string;
            details: components["schemas"]["MessageLineView"][];
            /** @description the words on the button */
            action: string;
            /**
             * @description where the button leads, as a path of the web application
             * @example /bookings
             */
            link: string;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            readAt: string | null;
        };
        MessagePage: {
            unread: number;
            items: components["schemas"]["MessageView"][];
            next: string | null;
        };
        UnreadView: {
            unread: number;
        };
        DistanceView: {
            usual: number;
            least: number;
            most: number;
        };
        KindPreferenceView: {
            kind: components["schemas"]["MessageKind"];
            /** @description where it appears */
            channels: ("mail" | "app" | "push")[];
            /** @description where it could appear */
            possibleChannels: ("mail" | "app" | "push")[];
            /** @description false: it belongs to the account or is a decision, and is always told everywhere */
            canBeSwitchedOff: boolean;
            /** @description null: this kind knows no distance */
            minutesBefore: number | null;
            distance: components["schemas"]["DistanceView"] | null;
        };
        QuietHoursView: {
            /** @example 21:00 */
            from: string;
            /** @example 07:00 */
            to: string;
        };
        ReminderPreferencesView: {
            kinds: components["schemas"]["KindPreferenceView"][];
            /** @description on the clock of the person; mails that can wait do so until they are over */
            quietHours: components["schemas"]["QuietHoursView"] | null;
            /** @description rises with each change; send it as If-Match when choosing */
            version: number;
        };
        KindPreference: {
            /** @enum {string} */
            kind: "verify_email" | "reset_password" | "already_registered" | "account_changed" | "erasure_answered" | "booking_confirmed" | "series_confirmed" | "booking_changed" | "booking_cancelled" | "booking_rejected" | "booking_tomorrow" | "booking_soon" | "booking_ending" | "booking_released" | "waiting_list_offer" | "replacement_offer" | "extra_withdrawn" | "application_received" | "application_returned" | "application_waitlisted" | "application_rejected" | "offer_made" | "offer_ending" | "term_starting" | "term_ending" | "pause_starting" | "pause_ending" | "membership_suspended" | "membership_reinstated" | "membership_ended" | "pause_answered" | "renewal_answered" | "stage_answered" | "no_show_answered" | "allowance_low" | "coach_asked" | "coach_answer_due" | "coach_found" | "coach_answered" | "coaching_ended" | "session_confirmed" | "session_moved" | "session_tomorrow" | "session_soon" | "session_to_close" | "feedback_asked" | "session_cancelled" | "session_left" | "calendar_clash" | "calendar_failing" | "notes_shared" | "note_opened" | "action_items_due" | "applications_waiting" | "answers_overdue" | "daily_sheet";
            /** @description none: the person does without it */
            channels: ("mail" | "app" | "push")[];
            /** @description only where the kind knows a distance; the usual when left out */
            minutesBefore?: number;
        };
        QuietHoursDto: {
            /** @example 21:00 */
            from: string;
            /** @example 07:00 */
            to: string;
        };
        ReminderPreferencesDto: {
            kinds: components["schemas"]["KindPreference"][];
            quietHours?: components["schemas"]["QuietHoursDto"] | null;
        };
        PushSubscriptionView: {
            /** Format: uuid */
            id: string;
            device: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        PushSubscriptionsView: {
            /** @description the `applicationServerKey` for `PushManager.subscribe()`, base64url */
            publicKey: string;
            items: components["schemas"]["PushSubscriptionView"][];
        };
        PushKeysDto: {
            p256dh: string;
            auth: string;
        };
        PushSubscriptionDto: {
            /** @description an HTTPS address of a push service */
            endpoint: string;
            keys: components["schemas"]["PushKeysDto"];
            /**
             * @description what the person calls the device
             * @example My phone
             */
            device?: string;
        };
        CalendarFeedView: {
            /**
             * Format: uri
             * @description whoever knows it can read the bookings; a new one replaces it
             */
            url: string;
        };
        ResourceFeedDto: {
            /** @description whether it says what a booking is for; names are never said */
            titles?: boolean;
            /**
             * @description the language of the display; English when left out
             * @enum {string}
             */
            locale?: "en" | "fi" | "sv" | "ru";
        };
        DoorTimeView: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description what it is for, when this door may say so */
            title: string | null;
            /** @description whether the place is out of service then */
            isMaintenance: boolean;
        };
        DoorCodeView: {
            /** @example k7m2-9qxd-4wtz */
            code: string;
            /** @description a QR code in SVG */
            svg: string;
        };
        DoorView: {
            resource: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            capacity: number;
            site: string;
            timeZone: string;
            /**
             * @description the language of the display
             * @enum {string}
             */
            locale: "en" | "fi" | "sv" | "ru";
            /**
             * Format: date-time
             * @description when this was so, by the clock of the house
             */
            now: string;
            /** @description when the site is open today */
            open: components["schemas"]["PeriodView"][];
            /** @description from now to the end of tomorrow */
            taken: components["schemas"]["DoorTimeView"][];
            checkIn: components["schemas"]["DoorCodeView"] | null;
        };
        ReportedSiteView: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        OccupancyFiguresView: {
            /** @description minutes within opening hours minus closures, for every resource there was */
            bookableMinutes: number;
            /** @description of these, minutes booked, and minutes of coaching sessions in rooms; requests and cancellations are not counted */
            bookedMinutes: number | null;
            /** @description of the booked ones, minutes for which somebody checked in or a session was held */
            checkedInMinutes: number | null;
            /** @description booked outside the opening hours, by plans that allow it; not part of the occupancy */
            outsideMinutes: number | null;
            /** @description booked of bookable, percent */
            occupancyPercent: number | null;
        };
        KindOccupancyView: {
            /** @description minutes within opening hours minus closures, for every resource there was */
            bookableMinutes: number;
            /** @description of these, minutes booked, and minutes of coaching sessions in rooms; requests and cancellations are not counted */
            bookedMinutes: number | null;
            /** @description of the booked ones, minutes for which somebody checked in or a session was held */
            checkedInMinutes: number | null;
            /** @description booked outside the opening hours, by plans that allow it; not part of the occupancy */
            outsideMinutes: number | null;
            /** @description booked of bookable, percent */
            occupancyPercent: number | null;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
        };
        ResourceOccupancyView: {
            /** @description minutes within opening hours minus closures, for every resource there was */
            bookableMinutes: number;
            /** @description of these, minutes booked, and minutes of coaching sessions in rooms; requests and cancellations are not counted */
            bookedMinutes: number | null;
            /** @description of the booked ones, minutes for which somebody checked in or a session was held */
            checkedInMinutes: number | null;
            /** @description booked outside the opening hours, by plans that allow it; not part of the occupancy */
            outsideMinutes: number | null;
            /** @description booked of bookable, percent */
            occupancyPercent: number | null;
            /** Format: uuid */
            resourceId: string;
            name: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            /** Format: uuid */
            siteId: string;
            /** @description of the site; places of two sites may have one name */
            siteName: string;
        };
        HourOccupancyView: {
            /** @description minutes within opening hours minus closures, for every resource there was */
            bookableMinutes: number;
            /** @description of these, minutes booked, and minutes of coaching sessions in rooms; requests and cancellations are not counted */
            bookedMinutes: number | null;
            /** @description of the booked ones, minutes for which somebody checked in or a session was held */
            checkedInMinutes: number | null;
            /** @description booked outside the opening hours, by plans that allow it; not part of the occupancy */
            outsideMinutes: number | null;
            /** @description booked of bookable, percent */
            occupancyPercent: number | null;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            /** @description Monday is 1 */
            weekday: number;
            /** @description the hour of the clock face in which it begins */
            hour: number;
        };
        PlanOccupancyView: {
            /** @description null for those who work at the site, and for sessions */
            planCode: string | null;
            /** @description minutes booked within opening hours */
            bookedMinutes: number | null;
            /** @description of these, with somebody there */
            checkedInMinutes: number | null;
            /** @description booked outside the opening hours */
            outsideMinutes: number | null;
        };
        OccupancyReportView: {
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description the last date, by the clock of each site
             */
            to: string;
            sites: components["schemas"]["ReportedSiteView"][];
            /** @description rises when what is counted, or how, changes */
            definition: number;
            /** @description groups of fewer than five people are hidden (null), and so are those that would tell them */
            smallCellsHidden: boolean;
            /** Format: date-time */
            asOf: string;
            total: components["schemas"]["OccupancyFiguresView"];
            byKind: components["schemas"]["KindOccupancyView"][];
            byResource: components["schemas"]["ResourceOccupancyView"][];
            /** @description only hours in which there is opening time */
            byWeekdayAndHour: components["schemas"]["HourOccupancyView"][];
            byPlan: components["schemas"]["PlanOccupancyView"][];
        };
        CoachingFiguresView: {
            /** @description closed sessions in which somebody was there */
            sessions: number | null;
            /** @description held hours, once for each venture of a session */
            ventureHours: number | null;
            /** @description held hours, once for each session */
            coachHours: number | null;
            /** @description held hours, once for each founder who was there */
            participantHours: number | null;
        };
        CoachingGroupView: {
            /** @description closed sessions in which somebody was there */
            sessions: number | null;
            /** @description held hours, once for each venture of a session */
            ventureHours: number | null;
            /** @description held hours, once for each session */
            coachHours: number | null;
            /** @description held hours, once for each founder who was there */
            participantHours: number | null;
            /** @description the topic, type, mode or coach; null when none was said */
            key: string | null;
            /** @description the name of a coach */
            name: string | null;
        };
        CoachingHoursReportView: {
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description the last date, by the clock of each site
             */
            to: string;
            sites: components["schemas"]["ReportedSiteView"][];
            /** @description rises when what is counted, or how, changes */
            definition: number;
            /** @description groups of fewer than five people are hidden (null), and so are those that would tell them */
            smallCellsHidden: boolean;
            /** Format: date-time */
            asOf: string;
            total: components["schemas"]["CoachingFiguresView"];
            byTopic: components["schemas"]["CoachingGroupView"][];
            byType: components["schemas"]["CoachingGroupView"][];
            byMode: components["schemas"]["CoachingGroupView"][];
            /** @description not shown to observers */
            byCoach: components["schemas"]["CoachingGroupView"][];
        };
        PeopleGroupView: {
            /** @description null when it is not known */
            key: string | null;
            /** @description the name of a site */
            name: string | null;
            people: number | null;
        };
        MedianView: {
            /** @description how many it is the middle of */
            cases: number | null;
            /** @description days, one decimal */
            medianDays: number | null;
        };
        DecisionSpanView: {
            /** @description at least so many days */
            fromDays: number;
            /** @description and fewer than these; null without an end */
            belowDays: number | null;
            /** @description null when hidden */
            applications: number | null;
        };
        MissedView: {
            /** @description missed and kept together */
            all: number | null;
            /** @description missed of all, percent */
            missedPercent: number | null;
        };
        StageStepView: {
            from: string;
            to: string;
            ventures: number | null;
        };
        ParticipantsReportView: {
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description the last date, by the clock of each site
             */
            to: string;
            sites: components["schemas"]["ReportedSiteView"][];
            /** @description rises when what is counted, or how, changes */
            definition: number;
            /** @description groups of fewer than five people are hidden (null), and so are those that would tell them */
            smallCellsHidden: boolean;
            /** Format: date-time */
            asOf: string;
            /** @description distinct people with a day of membership, a booking they came to, or a session they took part in */
            people: number | null;
            byAgeBand: components["schemas"]["PeopleGroupView"][];
            byMunicipality: components["schemas"]["PeopleGroupView"][];
            /** @description somebody served at two sites counts at both */
            bySite: components["schemas"]["PeopleGroupView"][];
            /** @description distinct ventures of members */
            ventures: number | null;
            /** @description companies of ventures here, registered on these dates */
            companiesFounded: number | null;
            /** @description from handing in to the decision, for decisions on these dates */
            timeToDecision: components["schemas"]["MedianView"];
            /** @description the same decisions by how long they took */
            decisionsByTime: components["schemas"]["DecisionSpanView"][];
            /** @description from the first day of membership to the first session */
            timeToFirstSession: components["schemas"]["MedianView"];
            bookingNoShows: components["schemas"]["MissedView"];
            sessionNoShows: components["schemas"]["MissedView"];
            /** @description approved on these dates */
            stageProgress: components["schemas"]["StageStepView"][];
            /** @description normal price minus price, in cents, for the days of the range */
            benefitCents: number | null;
        };
        CoachLoadView: {
            /** Format: uuid */
            coachId: string;
            name: string;
            /** @enum {string} */
            status: "active" | "away";
            /** @description weights of active assignments at all sites: a lead 1, a specialist half */
            load: number;
            /** @description weights of assignments that the coach has yet to answer */
            offered: number;
            /** @description how much the coach offers */
            places: number;
            /** @description load of places, percent */
            loadPercent: number | null;
        };
        UncoachedView: {
            /** Format: uuid */
            membershipId: string;
            /** Format: uuid */
            personId: string;
            name: string;
            /** Format: date */
            since: string;
            /** @description whether a coach has been asked and has not answered yet */
            asked: boolean;
        };
        OverdueAnswerView: {
            /** Format: uuid */
            assignmentId: string;
            /** Format: uuid */
            coachId: string;
            coachName: string;
            /** Format: date-time */
            answerBy: string;
        };
        CoachingOverviewView: {
            /** Format: uuid */
            siteId: string;
            /** @description the fullest first */
            coaches: components["schemas"]["CoachLoadView"][];
            /** @description active members without a coach, longest first */
            withoutCoach: components["schemas"]["UncoachedView"][];
            answersOverdue: components["schemas"]["OverdueAnswerView"][];
            /** @description of the last 90 days */
            hoursByTopic: components["schemas"]["CoachingGroupView"][];
        };
        DeedFactView: {
            /** @description `start`, `from.start`, `role`, `reason` and the like */
            name: string;
            value: string;
        };
        DeedView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description null for what happened by itself
             */
            actorId: string | null;
            actor: string | null;
            /** @description kind of subject and deed, such as `booking.cancel` */
            action: string;
            /** Format: uuid */
            subjectId: string;
            /** @description what people call it; null when it has no name */
            subject: string | null;
            /** @description dates, times, amounts, roles and reasons */
            facts: components["schemas"]["DeedFactView"][];
        };
        DeedPage: {
            items: components["schemas"]["DeedView"][];
            next: string | null;
        };
        LiveView: {
            /** @enum {string} */
            status: "up";
        };
        ReadyView: {
            /** @enum {string} */
            status: "up";
            checks: {
                [key: string]: "up" | "down";
            };
        };
        PlanPage: {
            items: components["schemas"]["PlanView"][];
            next: string | null;
        };
        NewPlanDto: {
            texts: components["schemas"]["PlanTextsDto"];
            /** @example 6 */
            termMonths: number;
            /** @example 1 */
            maxRenewals: number;
            /**
             * @description the longest stay, all terms together
             * @example 12
             */
            totalMonths: number;
            /**
             * @description by the month, without VAT
             * @example 3000
             */
            priceCents: number;
            /**
             * @description what the same would cost without support
             * @example 16000
             */
            normalPriceCents: number;
            /** @description a kind that is not named is not given */
            allowances: components["schemas"]["AllowanceDto"][];
            limits?: components["schemas"]["PlanLimitsDto"];
            /** @description no pauses when left out */
            pause?: components["schemas"]["PlanPauseDto"];
            /** @description 14 when left out */
            offerDays?: number;
            /** @description 30 when left out */
            noticeDays?: number;
            /** @enum {string} */
            access: "opening_hours" | "evenings" | "all_day";
            /**
             * @description for access `evenings`
             * @example 22:00
             */
            eveningCloses?: string | null;
            /** @description whether a short stay at a desk costs half a day */
            halfDays?: boolean;
            /** @enum {string} */
            needs?: "nothing" | "home_membership" | "lead_membership";
            /** Format: uuid */
            siteId: string;
            /**
             * @description lower case, digits and single hyphens
             * @example launch
             */
            code: string;
            /** @description null or left out is no limit */
            places?: number | null;
        };
        DocumentTextView: {
            title: string;
            /** @description paragraphs are separated by empty lines */
            body: string;
        };
        DocumentView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** @enum {string} */
            kind: "agreement" | "house_rules";
            version: number;
            /** @description whether it is the latest version */
            current: boolean;
            /** Format: date-time */
            publishedAt: string;
            /**
             * @description the language of title and body
             * @enum {string}
             */
            locale: "en" | "fi" | "sv" | "ru";
            title: string;
            /** @description paragraphs are separated by empty lines */
            body: string;
            /**
             * @description the language whose text counts
             * @enum {string}
             */
            bindingLocale: "en" | "fi" | "sv" | "ru";
            /** @description the text that counts */
            binding: components["schemas"]["DocumentTextView"];
            /** @description SHA-256 of the binding title, an empty line and the binding body, in hexadecimal */
            hash: string;
        };
        DocumentPage: {
            items: components["schemas"]["DocumentView"][];
            next: string | null;
        };
        DocumentTextDto: {
            title: string;
            /** @description paragraphs are separated by empty lines */
            body: string;
        };
        DocumentTextsDto: {
            en: components["schemas"]["DocumentTextDto"];
            fi: components["schemas"]["DocumentTextDto"];
            sv: components["schemas"]["DocumentTextDto"];
            ru: components["schemas"]["DocumentTextDto"];
        };
        NewDocumentDto: {
            /** @enum {string} */
            kind: "agreement" | "house_rules";
            /**
             * @description the language whose text counts
             * @enum {string}
             */
            bindingLocale: "en" | "fi" | "sv" | "ru";
            texts: components["schemas"]["DocumentTextsDto"];
        };
        MembershipView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** Format: uuid */
            personId: string;
            personName: string;
            /** Format: uuid */
            applicationId: string | null;
            /** Format: uuid */
            ventureId: string | null;
            /**
             * Format: uuid
             * @description whose wallet it shares, or its home
             */
            leadMembershipId: string | null;
            /** @enum {string} */
            status: "offered" | "scheduled" | "active" | "paused" | "suspended" | "lapsed" | "ended";
            plan: components["schemas"]["PinnedPlanView"];
            /**
             * Format: date
             * @description the first day, local to the site
             */
            startsOn: string;
            /**
             * Format: date
             * @description the last day; null until it is accepted
             */
            endsOn: string | null;
            /** Format: date-time */
            offerExpiresAt: string;
            agreement: components["schemas"]["PinnedDocumentView"];
            houseRules: components["schemas"]["PinnedDocumentView"];
            terms: components["schemas"]["TermView"][];
            pauses: components["schemas"]["PauseView"][];
            renewals: components["schemas"]["RenewalView"][];
            /** Format: date */
            noticeGivenOn: string | null;
            suspension: components["schemas"]["SuspensionView"] | null;
            end: components["schemas"]["EndView"] | null;
            next: components["schemas"]["OutlookView"];
            /** @description rises with each change; the ETag */
            version: number;
        };
        MembershipPage: {
            items: components["schemas"]["MembershipView"][];
            next: string | null;
        };
        AcceptDto: {
            /**
             * @description the version that was read and is agreed to, by number or id
             * @example 1
             */
            agreementVersion: number | string;
        };
        RequestPauseDto: {
            /**
             * Format: date
             * @example 2027-03-04
             */
            from: string;
            /**
             * Format: date
             * @example 2027-03-18
             */
            to: string;
            reason?: string | null;
        };
        ReasonDto: {
            reason: string;
        };
        RequestRenewalDto: {
            /** @description declared again: no office of my own */
            noOwnOffice: boolean;
            /** @description what has been achieved in this term */
            progress: string;
            /**
             * @description the version that was read and is agreed to, by number or id
             * @example 1
             */
            agreementVersion?: number | string;
        };
        RenewDto: {
            review: string;
        };
        AnswerDto: {
            text: string;
        };
        VentureView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            name: string;
            /** @description what it is about */
            sentence: string;
            sector: string | null;
            /** @enum {string} */
            stage: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded";
            /** @description what the present stage asks before it is left */
            criteria: components["schemas"]["CriterionView"][];
            /** @enum {string} */
            startUpGrant: "unknown" | "not_applying" | "waiting" | "decided";
            /** @enum {string} */
            status: "active" | "stopped";
            members: components["schemas"]["VentureMemberView"][];
            company: components["schemas"]["CompanyView"] | null;
            warnings: components["schemas"]["WarningView"][];
            /** @description the ETag */
            version: number;
        };
        VenturePage: {
            items: components["schemas"]["VentureView"][];
            next: string | null;
        };
        NewVentureDto: {
            /** Format: uuid */
            siteId: string;
            name: string;
            /** @description what it is about */
            sentence: string;
            sector?: string | null;
        };
        ChangeVentureDto: {
            name?: string;
            sentence?: string;
            sector?: string | null;
            /**
             * @description how it stands with the public start-up grant
             * @enum {string}
             */
            startUpGrant?: "unknown" | "not_applying" | "waiting" | "decided";
            /**
             * @description stopped: it is read and not changed until taken up again
             * @enum {string}
             */
            status?: "active" | "stopped";
        };
        NewVentureMemberDto: {
            /** Format: uuid */
            personId?: string;
            /** Format: email */
            email?: string;
            lead?: boolean;
            /**
             * Format: date
             * @description today when left out
             * @example 2027-03-04
             */
            startsOn?: string;
        };
        LeadDto: {
            lead: boolean;
        };
        CompanyDto: {
            name: string;
            /**
             * @description as the register of the country writes it, without spaces
             * @example 1234567-1
             */
            businessId: string;
            /**
             * @description ISO 3166 code of two letters
             * @example FI
             */
            country: string;
            /**
             * Format: date
             * @example 2027-03-04
             */
            registeredOn: string;
        };
        StageView: {
            /** @enum {string} */
            stage: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded";
            criteria: components["schemas"]["CriterionView"][];
        };
        StagePage: {
            items: components["schemas"]["StageView"][];
            next: string | null;
        };
        StageTransitionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            ventureId: string;
            ventureName: string;
            /** @enum {string} */
            fromStage: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded";
            /** @enum {string} */
            toStage: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded";
            /** @enum {string} */
            status: "proposed" | "approved" | "returned";
            /** @description why it goes backwards */
            reason: string | null;
            /** @description what shows that the criteria are met */
            evidence: string | null;
            /** Format: uuid */
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            /** Format: uuid */
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description why it was returned */
            decisionReason: string | null;
            warnings: components["schemas"]["WarningView"][];
        };
        StageTransitionPage: {
            items: components["schemas"]["StageTransitionView"][];
            next: string | null;
        };
        NewStageTransitionDto: {
            /** @enum {string} */
            toStage: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded";
            /** @description what shows that the criteria are met */
            evidence?: string | null;
            /** @description asked for when it goes backwards */
            reason?: string | null;
        };
        DecisionReasonDto: {
            reason: string;
        };
        MilestoneView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            ventureId: string;
            /** @enum {string} */
            stage: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded";
            title: string;
            /** Format: date */
            dueOn: string | null;
            /**
             * Format: date-time
             * @description when it was reached
             */
            doneAt: string | null;
            evidence: string | null;
            warnings: components["schemas"]["WarningView"][];
        };
        MilestonePage: {
            items: components["schemas"]["MilestoneView"][];
            next: string | null;
        };
        NewMilestoneDto: {
            title: string;
            /**
             * @description the present stage when left out
             * @enum {string}
             */
            stage?: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded";
            /**
             * Format: date
             * @example 2027-03-04
             */
            dueOn?: string | null;
            evidence?: string | null;
        };
        ChangeMilestoneDto: {
            title?: string;
            /** @enum {string} */
            stage?: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded";
            /**
             * Format: date
             * @example 2027-03-04
             */
            dueOn?: string | null;
            evidence?: string | null;
            /** @description reached */
            done?: boolean;
        };
        MembershipVentureDto: {
            /**
             * Format: uuid
             * @description null: to none
             */
            ventureId: string | null;
        };
        MembershipVentureView: {
            /** Format: uuid */
            membershipId: string;
            /** Format: uuid */
            ventureId: string | null;
        };
        BalanceView: {
            /** @enum {string} */
            kind: "desk_days" | "room_minutes" | "coaching_minutes";
            /** @description for bookings at partner sites */
            visiting: boolean;
            /** @description shared with the team: the wallet of its lead */
            shared: boolean;
            /** @description null when the plan says unlimited */
            granted: number | null;
            used: number;
            /** @description asked for and not yet answered */
            held: number;
            /** @description null when the plan says unlimited */
            left: number | null;
        };
        EntryView: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "desk_days" | "room_minutes" | "coaching_minutes";
            /** @enum {string} */
            type: "grant" | "hold" | "release" | "use" | "refund" | "lapse";
            /** @description added when positive, taken when negative */
            amount: number;
            /** @enum {string} */
            cause: "month" | "booking" | "session" | "correction" | "replacement";
            /**
             * Format: uuid
             * @description the booking, the session, the offered replacement, or the membership for a month
             */
            causeId: string;
            /**
             * Format: date
             * @description for desk days: the date that is counted
             */
            date: string | null;
            /** @description the name of the place; for sessions that of the coach */
            place: string | null;
        };
        AllowanceMonthView: {
            /** @example 2027-03 */
            month: string;
            balances: components["schemas"]["BalanceView"][];
            entries: components["schemas"]["EntryView"][];
        };
        Affiliation: {
            /** @enum {string} */
            kind: "none" | "student" | "researcher" | "employee" | "job_seeker" | "other";
            institution?: string;
        };
        SpokenLanguage: {
            /**
             * @description ISO 639 code
             * @example fi
             */
            code: string;
            /** @enum {string} */
            level: "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native";
        };
        TeamMember: {
            name: string;
            role?: string;
            /** Format: email */
            email?: string;
        };
        Evidence: {
            /** @description how many possible customers were talked to */
            interviews?: number;
            prototype?: boolean;
            /** @description whether anybody has paid */
            sales?: boolean;
            words?: string;
        };
        FoundedCompany: {
            founded: boolean;
            /**
             * Format: date
             * @example 2027-03-04
             */
            registeredOn?: string;
            businessId?: string;
            name?: string;
        };
        Attachment: {
            title: string;
            /** @example https://files.example/canvas.pdf */
            url: string;
        };
        Answers: {
            /** @description telephone */
            phone?: string | null;
            /** @enum {string|null} */
            ageBand?: "under_18" | "18_24" | "25_29" | "30_34" | "35_54" | "55_or_more" | null;
            municipality?: string | null;
            affiliation?: components["schemas"]["Affiliation"] | null;
            languages?: components["schemas"]["SpokenLanguage"][] | null;
            team?: components["schemas"]["TeamMember"][] | null;
            /** @description in one sentence */
            idea?: string | null;
            problem?: string | null;
            customer?: string | null;
            solution?: string | null;
            novelty?: string | null;
            /** @enum {string|null} */
            sector?: "ict" | "health" | "energy" | "circular_economy" | "forest" | "food" | "manufacturing" | "logistics" | "tourism" | "education" | "creative" | "services" | "other" | null;
            /** @enum {string|null} */
            stage?: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded" | null;
            evidence?: components["schemas"]["Evidence"] | null;
            /**
             * @description to whom the idea belongs
             * @enum {string|null}
             */
            ideaOwner?: "applicant" | "team" | "university" | "employer" | "unclear" | null;
            /**
             * @description who knows of the idea
             * @enum {string|null}
             */
            disclosure?: "secret" | "told_in_confidence" | "published" | null;
            /**
             * @description countries of the first customers
             * @example [
             *       "fi",
             *       "ee"
             *     ]
             */
            markets?: string[] | null;
            company?: components["schemas"]["FoundedCompany"] | null;
            /** @description public support received for it */
            otherSupport?: string | null;
            /** @description topics in which help is needed, the first most */
            needs?: string[] | null;
            /** @description days of a week on which one would come */
            weeklyDays?: number | null;
            /** @description how one heard of the house */
            heardFrom?: string | null;
            attachments?: components["schemas"]["Attachment"][] | null;
        };
        NewApplicationDto: {
            /**
             * Format: uuid
             * @description the plan that is wished for
             */
            planId?: string | null;
            /**
             * Format: date
             * @description the day from which one would like to come
             * @example 2027-03-04
             */
            startsOn?: string | null;
            /** @description declares: I have no office of my own */
            noOwnOffice?: boolean;
            answers?: components["schemas"]["Answers"];
            /** Format: uuid */
            siteId: string;
        };
        ApplicantView: {
            /** Format: uuid */
            id: string;
            fullName: string;
            /**
             * Format: email
             * @description null for reviewers
             */
            email: string | null;
        };
        OverrideView: {
            /** @enum {string} */
            outcome: "pass" | "fail";
            reason: string;
        };
        EligibilityView: {
            /** @example minimum-age */
            code: string;
            /**
             * @description what the rule said
             * @enum {string}
             */
            outcome: "pass" | "fail" | "manual";
            /** @description why, in English */
            reason: string;
            /**
             * @description the same as a code; null for what was judged long ago
             * @enum {string|null}
             */
            because: "age_unknown" | "old_enough" | "too_young" | "perhaps_too_young" | "company_unknown" | "no_company" | "company_undated" | "company_young" | "company_old" | "sector_unknown" | "sector_named" | "sector_not_named" | "municipality_unknown" | "in_region" | "outside_region" | "places_unlimited" | "place_free" | "places_taken" | "suspended" | "nothing_known" | "terminated" | "terminated_long_ago" | "no_own_office" | "own_office" | "check_unknown" | null;
            /** @description what the code is about: years, months, a municipality, a date */
            facts: {
                [key: string]: string | number;
            };
            /** Format: date-time */
            judgedAt: string;
            override: components["schemas"]["OverrideView"] | null;
            /**
             * @description what counts
             * @enum {string}
             */
            counts: "pass" | "fail" | "manual";
        };
        ReviewView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            reviewerId: string;
            reviewer: string;
            scores?: {
                team: number;
                problem: number;
                novelty: number;
                feasibility: number;
                fit: number;
                need: number;
            };
            /** @enum {string} */
            recommendation: "approve" | "reject" | "unsure";
            comment: string;
            /** Format: date-time */
            createdAt: string;
        };
        ApplicationView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            applicant: components["schemas"]["ApplicantView"];
            /**
             * Format: uuid
             * @description the plan that is wished for
             */
            planId: string | null;
            /**
             * @description to its author a decision is `under_review` until they are told
             * @enum {string}
             */
            status: "draft" | "submitted" | "returned" | "under_review" | "approved" | "waitlisted" | "rejected" | "withdrawn" | "expired";
            /** @description the ETag */
            version: number;
            answers: components["schemas"]["Answers"];
            /** Format: date */
            startsOn: string | null;
            /** @description declared: no office of their own */
            noOwnOffice: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            submittedAt: string | null;
            /** @description what is missing */
            returnReason: string | null;
            /**
             * Format: date-time
             * @description until when it can be completed
             */
            returnDeadline: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            decisionReason: string | null;
            /**
             * Format: date-time
             * @description when its author was told
             */
            notifiedAt: string | null;
            eligibility: components["schemas"]["EligibilityView"][];
            /** @description how many have reviewed it; null for its author */
            reviewCount: number | null;
            /** @description null while they are not the reader's to see: reviewers see others' after their own */
            reviews: components["schemas"]["ReviewView"][] | null;
            /**
             * Format: uuid
             * @description the membership that was offered
             */
            membershipId: string | null;
        };
        ApplicationPage: {
            items: components["schemas"]["ApplicationView"][];
            next: string | null;
        };
        ChangeApplicationDto: {
            /**
             * Format: uuid
             * @description the plan that is wished for
             */
            planId?: string | null;
            /**
             * Format: date
             * @description the day from which one would like to come
             * @example 2027-03-04
             */
            startsOn?: string | null;
            /** @description declares: I have no office of my own */
            noOwnOffice?: boolean;
            answers?: components["schemas"]["Answers"];
        };
        SubmitDto: {
            /**
             * @description the declaration of having no office of one’s own, when it was not made before
             * @enum {boolean}
             */
            noOwnOffice?: true;
        };
        NotifyApplicantsDto: {
            ids: string[];
        };
        ReturnApplicationDto: {
            /** @description the applicant can read it */
            reason: string;
            /** @description 14 when left out */
            deadlineDays?: number;
        };
        ScoresDto: {
            /** @description whether these people can do it */
            team: number;
            /** @description whether somebody has the problem */
            problem: number;
            /** @description what is new in it */
            novelty: number;
            /** @description whether it can be done */
            feasibility: number;
            /** @description whether the house can help */
            fit: number;
            /** @description whether a place is needed */
            need: number;
        };
        ReviewDto: {
            scores: components["schemas"]["ScoresDto"];
            /** @enum {string} */
            recommendation: "approve" | "reject" | "unsure";
            comment?: string;
        };
        OverrideDto: {
            /** @enum {string} */
            outcome: "pass" | "fail";
            /** @description the applicant can read it */
            reason: string;
        };
        ApproveApplicationDto: {
            /** @description the applicant can read it */
            reason?: string;
            /** @description whether the applicant is told at once; true when left out */
            notify?: boolean;
            /**
             * Format: uuid
             * @description the latest version of a plan of the site
             */
            planVersionId: string;
            /**
             * Format: date
             * @example 2027-03-04
             */
            startsOn: string;
        };
        ApplicationDecisionDto: {
            /** @description the applicant can read it */
            reason?: string;
            /** @description whether the applicant is told at once; true when left out */
            notify?: boolean;
        };
        RejectApplicationDto: {
            /** @description the applicant can read it */
            reason: string;
            /** @description whether the applicant is told at once; true when left out */
            notify?: boolean;
        };
        EligibilityParametersView: {
            years?: number;
            months?: number;
            sectors?: string[];
            municipalities?: string[];
        };
        EligibilityRuleView: {
            /** @example minimum-age */
            code: string;
            /** @enum {string} */
            check: "minimum_age" | "no_own_office" | "company_younger_than" | "sector_allowed" | "region" | "place_available" | "not_excluded";
            parameters: components["schemas"]["EligibilityParametersView"];
            /** @description whether it is judged at present */
            active: boolean;
        };
        EligibilityRulePage: {
            items: components["schemas"]["EligibilityRuleView"][];
            next: string | null;
        };
        EligibilityParametersDto: {
            /** @description for `minimum_age`; 18 when left out */
            years?: number;
            /** @description for `company_younger_than` and `not_excluded`; 12 when left out */
            months?: number;
            /** @description for `sector_allowed` */
            sectors?: ("ict" | "health" | "energy" | "circular_economy" | "forest" | "food" | "manufacturing" | "logistics" | "tourism" | "education" | "creative" | "services" | "other")[];
            /** @description for `region` */
            municipalities?: string[];
        };
        EligibilityRuleDto: {
            /**
             * @description lower case, digits and single hyphens
             * @example minimum-age
             */
            code: string;
            /** @enum {string} */
            check: "minimum_age" | "no_own_office" | "company_younger_than" | "sector_allowed" | "region" | "place_available" | "not_excluded";
            parameters?: components["schemas"]["EligibilityParametersDto"];
            active?: boolean;
        };
        EligibilityRulesDto: {
            items: components["schemas"]["EligibilityRuleDto"][];
        };
        ConsentView: {
            /** @enum {string} */
            purpose: "public_profile" | "stories" | "newsletter" | "who_is_in" | "research";
            given: boolean;
            /** Format: date-time */
            givenAt: string | null;
        };
        ConsentList: {
            items: components["schemas"]["ConsentView"][];
            next: string | null;
        };
        ConsentsDto: {
            /** @description what is not named is taken back */
            purposes: ("public_profile" | "stories" | "newsletter" | "who_is_in" | "research")[];
        };
        ConflictOfInterestView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description who declared it
             */
            personId: string;
            /** Format: uuid */
            aboutPersonId: string;
            about: string;
            /** @enum {string} */
            kind: "employment" | "family" | "financial_interest" | "competitor" | "supplier_or_client" | "co_applicant" | "earlier_complaint" | "other";
            note: string;
            /** Format: date-time */
            declaredAt: string;
            /**
             * Format: date
             * @description the last date on which it counts
             */
            endsOn: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        ConflictOfInterestPage: {
            items: components["schemas"]["ConflictOfInterestView"][];
            next: string | null;
        };
        NewConflictDto: {
            /** Format: uuid */
            aboutPersonId: string;
            /** @enum {string} */
            kind: "employment" | "family" | "financial_interest" | "competitor" | "supplier_or_client" | "co_applicant" | "earlier_complaint" | "other";
            note?: string;
            /**
             * Format: date
             * @description the last date on which it counts, when one is known
             * @example 2027-03-04
             */
            endsOn?: string;
        };
        NewAssignmentDto: {
            /** Format: uuid */
            membershipId: string;
            /** Format: uuid */
            coachId: string;
            /** @enum {string} */
            kind: "lead" | "specialist";
            /** @description coaches to ask next, best first */
            alternates?: string[];
            /** @description why rules that may be overridden are; never a conflict of interest or a full coach */
            overrideReason?: string;
        };
        AssignedPerson: {
            /** Format: uuid */
            id: string;
            fullName: string;
        };
        AssignmentView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** @description the time zone of the site */
            timeZone: string;
            /** Format: uuid */
            membershipId: string;
            coach: components["schemas"]["AssignedPerson"];
            entrepreneur: components["schemas"]["AssignedPerson"];
            /** @enum {string} */
            kind: "lead" | "specialist";
            /** @description how many of the coach’s places it takes */
            weight: number;
            /** @enum {string} */
            status: "offered" | "active" | "on_hold" | "completed" | "ended_early" | "declined" | "expired";
            /** Format: date-time */
            offeredAt: string;
            /**
             * Format: date-time
             * @description three working days of the site after the offer
             */
            answerBy: string;
            /** Format: date-time */
            answeredAt: string | null;
            /** @description why it was declined, rests or ended; why it was declined is not told to the entrepreneur */
            reason: string | null;
            /** Format: date */
            heldFrom: string | null;
            /**
             * Format: date
             * @description until when it is meant to rest
             */
            heldUntil: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description one of the two has ended it: the pair is not made again */
            neverAgain: boolean;
            /** @description coaches to ask next, best first; for managers */
            alternates: string[];
            /** @description why rules were overridden; for managers */
            overrideReason: string | null;
            /** @description which rules; for managers */
            overridden: string[];
            /**
             * Format: uuid
             * @description the one whose refusal or silence led to it
             */
            followsId: string | null;
            /**
             * Format: uuid
             * @description the matching run that proposed it
             */
            runId: string | null;
            /** @description rises with each change */
            version: number;
            /** @description what the reader can do with it now */
            possible: string[];
        };
        AssignmentPage: {
            items: components["schemas"]["AssignmentView"][];
            next: string | null;
        };
        AssignedTeamView: {
            /** @description the entrepreneur first */
            items: components["schemas"]["AssignedPerson"][];
        };
        DeclineAssignmentDto: {
            reason: string;
        };
        HoldAssignmentDto: {
            /**
             * Format: date
             * @description the last day of the rest; without one until somebody takes it up
             * @example 2027-03-04
             */
            until?: string;
            reason?: string;
        };
        EndAssignmentDto: {
            reason?: string;
            /** @description whether the pair is never made again; true by itself when one of the two ends it */
            neverAgain?: boolean;
        };
        WishesView: {
            /** @description the dearest first, three at most */
            personIds: string[];
        };
        WishesDto: {
            /** @description the dearest first; none takes all wishes back */
            personIds: string[];
        };
        ScorePartView: {
            /** @enum {string} */
            name: "needs" | "sector" | "availability" | "stage" | "language" | "wishes";
            points: number;
            because: string;
        };
        MatchView: {
            /** Format: uuid */
            coachId: string;
            fullName: string;
            score: number;
            parts: components["schemas"]["ScorePartView"][];
            /** @description places that nobody has, nor is asked to take */
            freePlaces: number;
        };
        ExcludedCoachView: {
            /** Format: uuid */
            coachId: string;
            fullName: string;
            because: string[];
        };
        MatchesView: {
            /** @description the best five, the best first */
            items: components["schemas"]["MatchView"][];
            excluded: components["schemas"]["ExcludedCoachView"][];
            /** @description the version of the weights */
            weightsVersion: number;
        };
        PairDto: {
            /** Format: uuid */
            membershipId: string;
            /** Format: uuid */
            coachId: string;
        };
        NewMatchingRunDto: {
            /** Format: uuid */
            siteId: string;
            /** @description all without a lead coach when left out */
            membershipIds?: string[];
            /**
             * @description `coverage`: as many as possible get a coach; `score`: only pairs that reach the floor, the best of those
             * @enum {string}
             */
            goal: "coverage" | "score";
            /** @description pairs that are locked first */
            fixed?: components["schemas"]["PairDto"][];
            /** @description pairs that this run does not make, nor keeps as alternates */
            apart?: components["schemas"]["PairDto"][];
            /** @description the score below which a pair does not really fit; 40 when left out */
            floor?: number;
        };
        BlockingPairView: {
            /** Format: uuid */
            membershipId: string;
            /** Format: uuid */
            coachId: string;
            score: number;
        };
        UnmetPairView: {
            /** Format: uuid */
            membershipId: string;
            /** Format: uuid */
            coachId: string;
            because: string[];
        };
        MatchingResultView: {
            served: number;
            /** @description the sum of the scores */
            total: number;
            /** @description the score of the pair that fits least */
            worst: number | null;
            /** @description no pair below it, unless somebody would go without a coach */
            threshold: number;
            /** @description milliseconds of computing */
            milliseconds: number;
            /** @description the fifty strongest, for information */
            blocking: components["schemas"]["BlockingPairView"][];
            /** @description wishes of entrepreneurs that are not met */
            unmetWishes: components["schemas"]["UnmetPairView"][];
            /** @description fixed pairs that cannot be */
            infeasible: components["schemas"]["UnmetPairView"][];
        };
        MatchedPerson: {
            /** Format: uuid */
            id: string;
            fullName: string;
        };
        ProposalEditView: {
            /** Format: uuid */
            by: string;
            /** Format: date-time */
            at: string;
            proposed: components["schemas"]["MatchedPerson"] | null;
        };
        ProposalView: {
            /** Format: uuid */
            membershipId: string;
            entrepreneur: components["schemas"]["MatchedPerson"];
            coach: components["schemas"]["MatchedPerson"] | null;
            score: number | null;
            parts: components["schemas"]["ScorePartView"][];
            /** @description why there is no coach */
            because: string[];
            /** @description whom to ask next */
            alternates: components["schemas"]["MatchedPerson"][];
            /** @description locked before the run */
            fixed: boolean;
            edited: components["schemas"]["ProposalEditView"] | null;
            /**
             * Format: uuid
             * @description the offer that it became
             */
            assignmentId: string | null;
            /** @description rules that made it impossible until it was published */
            refusals: string[];
        };
        MatchingRunView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** @enum {string} */
            goal: "coverage" | "score";
            /** @enum {string} */
            status: "queued" | "running" | "draft" | "published" | "discarded" | "failed";
            /** @description the score below which a pair does not really fit */
            floor: number;
            weightsVersion: number;
            /** @description the solver and its version */
            solver: string;
            /** Format: uuid */
            requestedBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: date-time */
            publishedAt: string | null;
            /** @description why it failed */
            failure: string | null;
            /** @description the ETag of the run; rises with each edit */
            version: number;
            result: components["schemas"]["MatchingResultView"] | null;
            proposals: components["schemas"]["ProposalView"][];
        };
        MatchingRunSummaryView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** @enum {string} */
            goal: "coverage" | "score";
            /** @enum {string} */
            status: "queued" | "running" | "draft" | "published" | "discarded" | "failed";
            /** @description the score below which a pair does not really fit */
            floor: number;
            weightsVersion: number;
            /** @description the solver and its version */
            solver: string;
            /** Format: uuid */
            requestedBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: date-time */
            publishedAt: string | null;
            /** @description why it failed */
            failure: string | null;
            /** @description the ETag of the run; rises with each edit */
            version: number;
        };
        MatchingRunPage: {
            items: components["schemas"]["MatchingRunSummaryView"][];
            next: string | null;
        };
        ChangeProposalDto: {
            /**
             * Format: uuid
             * @description null takes the coach away
             */
            coachId?: string | null;
            /** @description whom to ask next, best first */
            alternates?: string[];
        };
        LanguageView: {
            /** @example fi */
            code: string;
            /** @enum {string} */
            level: "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native";
        };
        FitView: {
            /** Format: uuid */
            assignmentId: string;
            /** Format: uuid */
            ventureId: string | null;
            /** @description the name of the venture */
            venture: string | null;
            /** @description what the venture is about */
            sentence: string | null;
            /** @enum {string|null} */
            stage: "idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded" | null;
            /** @description a field of the house, or the venture’s own word */
            sector: string | null;
            /** @description the most wanted first */
            needs: ("fund_raising" | "grants" | "start_up_grant" | "bank_and_guarantee" | "angels_and_vc" | "crowdfunding" | "eu_calls" | "modernisation" | "digitalisation" | "process" | "lean" | "quality" | "energy" | "internationalisation" | "export_readiness" | "market_entry" | "customs_and_logistics" | "cross_border_contracts" | "language_and_culture" | "idea_and_customer" | "interviews" | "value_proposition" | "service_design" | "business_model_and_pricing" | "product_and_technology" | "ipr_and_contracts" | "company_formation_and_tax" | "finance_and_accounting" | "sales_and_marketing" | "team_and_leadership" | "pitching" | "open_innovation" | "sustainability")[];
            languages: components["schemas"]["LanguageView"][];
            /** @description how well the two fit, as things stand now */
            score: number;
            parts: components["schemas"]["ScorePartView"][];
        };
        OutsideCalendarView: {
            /** @example calendar.example */
            host: string;
            /** @enum {string} */
            status: "waiting" | "read" | "failing";
            /** @description why it could not be read, such as `too_large`; what was known before stays */
            failure: string | null;
            /**
             * Format: date-time
             * @description when it was read last
             */
            fetchedAt: string | null;
            /**
             * Format: date-time
             * @description when it will be read again
             */
            refreshAt: string;
            /** @description times to come at which one is busy there */
            busy: number;
        };
        OutsideCalendarDto: {
            /**
             * @description a secret; kept sealed
             * @example https://calendar.example/private-4711/basic.ics
             */
            url: string;
        };
        ExpertiseView: {
            /** @enum {string} */
            topic: "fund_raising" | "grants" | "start_up_grant" | "bank_and_guarantee" | "angels_and_vc" | "crowdfunding" | "eu_calls" | "modernisation" | "digitalisation" | "process" | "lean" | "quality" | "energy" | "internationalisation" | "export_readiness" | "market_entry" | "customs_and_logistics" | "cross_border_contracts" | "language_and_culture" | "idea_and_customer" | "interviews" | "value_proposition" | "service_design" | "business_model_and_pricing" | "product_and_technology" | "ipr_and_contracts" | "company_formation_and_tax" | "finance_and_accounting" | "sales_and_marketing" | "team_and_leadership" | "pitching" | "open_innovation" | "sustainability";
            /** @enum {string} */
            level: "knows" | "practised" | "expert";
            evidence: string;
        };
        CoachView: {
            /** Format: uuid */
            id: string;
            fullName: string;
            /** @enum {string} */
            status: "active" | "away";
            headline: string;
            about: string;
            expertise: components["schemas"]["ExpertiseView"][];
            languages: components["schemas"]["LanguageView"][];
            sectors: ("ict" | "health" | "energy" | "circular_economy" | "forest" | "food" | "manufacturing" | "logistics" | "tourism" | "education" | "creative" | "services" | "other")[];
            /** @description none: all */
            stages: ("idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded")[];
            /** @description sites at which the coach meets people */
            sites: string[];
            remote: boolean;
            /** @description entrepreneurs at once, weighted */
            capacity: number;
            /** @description the clock of the coach */
            timeZone: string;
            minimumNoticeMinutes: number;
            bufferMinutes: number;
            longestDayMinutes: number;
            worksWithMinors: boolean;
            /** @description the ETag */
            version: number;
            /** @description for the coach and those who run a site */
            qualifiedUntil?: string | null;
            /** @description for the coach */
            remoteLink?: string | null;
            /** @description whether there is a calendar outside; for the coach */
            outsideCalendar?: boolean;
        };
        CoachPage: {
            items: components["schemas"]["CoachView"][];
            next: string | null;
        };
        ExpertiseDto: {
            /** @enum {string} */
            topic: "fund_raising" | "grants" | "start_up_grant" | "bank_and_guarantee" | "angels_and_vc" | "crowdfunding" | "eu_calls" | "modernisation" | "digitalisation" | "process" | "lean" | "quality" | "energy" | "internationalisation" | "export_readiness" | "market_entry" | "customs_and_logistics" | "cross_border_contracts" | "language_and_culture" | "idea_and_customer" | "interviews" | "value_proposition" | "service_design" | "business_model_and_pricing" | "product_and_technology" | "ipr_and_contracts" | "company_formation_and_tax" | "finance_and_accounting" | "sales_and_marketing" | "team_and_leadership" | "pitching" | "open_innovation" | "sustainability";
            /** @enum {string} */
            level: "knows" | "practised" | "expert";
            /** @description what shows it */
            evidence?: string;
        };
        LanguageDto: {
            /**
             * @description ISO 639-1
             * @example fi
             */
            code: string;
            /** @enum {string} */
            level: "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native";
        };
        CoachProfileDto: {
            /**
             * @description a coach who is away takes nothing new; active when left out
             * @enum {string}
             */
            status?: "active" | "away";
            headline?: string;
            about?: string;
            expertise: components["schemas"]["ExpertiseDto"][];
            languages: components["schemas"]["LanguageDto"][];
            sectors?: ("ict" | "health" | "energy" | "circular_economy" | "forest" | "food" | "manufacturing" | "logistics" | "tourism" | "education" | "creative" | "services" | "other")[];
            /** @description of ventures; none: all */
            stages?: ("idea" | "problem_solution_fit" | "mvp" | "business_plan" | "company_founded")[];
            /** @description sites at which one meets people; only those where one is a coach */
            sites: string[];
            /** @description whether sessions may be held over a link */
            remote: boolean;
            /** @description the own room for that; participants see it */
            remoteLink?: string | null;
            /** @description entrepreneurs at once in steps of a half: a lead weighs 1, a specialist 0.5 */
            capacity: number;
            /** @description minutes; half a day when left out */
            minimumNoticeMinutes?: number;
            /** @description minutes needed after each session; 15 when left out */
            bufferMinutes?: number;
            /** @description minutes of sessions on one day; 360 when left out */
            longestDayMinutes?: number;
        };
        WeeklyHoursView: {
            /** @description Monday is 1 */
            weekday: number;
            /** @example 09:00 */
            from: string;
            /** @example 12:00 */
            to: string;
            /**
             * Format: uuid
             * @description null: anywhere and over a link
             */
            siteId: string | null;
        };
        ExceptionView: {
            /** Format: date */
            date: string;
            closed: boolean;
            from: string | null;
            to: string | null;
            /** Format: uuid */
            siteId: string | null;
        };
        OutsideSessionView: {
            /** Format: uuid */
            sessionId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
        };
        AvailabilityView: {
            /** @description the clock that all hours are of */
            timeZone: string;
            weekly: components["schemas"]["WeeklyHoursView"][];
            exceptions: components["schemas"]["ExceptionView"][];
            /** @description confirmed sessions to come that lie outside these hours; they stand */
            outside: components["schemas"]["OutsideSessionView"][];
            /** @description the ETag; the same as that of the profile */
            version: number;
        };
        WeeklyHoursDto: {
            /** @description Monday is 1 */
            weekday: number;
            /** @example 09:00 */
            from: string;
            /** @example 12:00 */
            to: string;
            /**
             * Format: uuid
             * @description only there; none: anywhere and over a link
             */
            siteId?: string | null;
        };
        ExceptionDto: {
            /**
             * Format: date
             * @example 2027-03-04
             */
            date: string;
            /** @example 09:00 */
            from?: string | null;
            /** @example 09:00 */
            to?: string | null;
            /** @description true: no hours at all; when left out, closed without hours */
            closed?: boolean;
            /** Format: uuid */
            siteId?: string | null;
        };
        AvailabilityDto: {
            /**
             * @description the clock that all hours are of
             * @example Europe/Helsinki
             */
            timeZone: string;
            weekly: components["schemas"]["WeeklyHoursDto"][];
            exceptions?: components["schemas"]["ExceptionDto"][];
        };
        ThoughtHoursDto: {
            /**
             * @description the clock that all hours are of
             * @example Europe/Helsinki
             */
            timeZone: string;
            weekly: components["schemas"]["WeeklyHoursDto"][];
            exceptions?: components["schemas"]["ExceptionDto"][];
            /** @description minutes */
            minimumNoticeMinutes?: number;
            /** @description minutes needed after each session */
            bufferMinutes?: number;
            /** @description minutes of sessions on one day */
            longestDayMinutes?: number;
        };
        CoachSlotView: {
            /**
             * Format: date-time
             * @description in UTC
             */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * Format: uuid
             * @description the one place; null: anywhere
             */
            siteId: string | null;
        };
        CoachSlotsView: {
            /** Format: uuid */
            coachId: string;
            /** @description the clock of the coach */
            timeZone: string;
            /** @description the clock of the site that was asked for */
            siteTimeZone: string | null;
            minutes: number;
            items: components["schemas"]["CoachSlotView"][];
        };
        QualificationDto: {
            /**
             * Format: date
             * @description the last date on which the coach is qualified; null: no end is set
             * @example 2027-03-04
             */
            validUntil: string | null;
            /** @description whether the coach is cleared for people under 18 */
            worksWithMinors?: boolean;
        };
        TopicView: {
            code: string;
            /** @description the topic above it */
            parent: string | null;
        };
        TopicsView: {
            /** @description rises when the tree changes */
            version: number;
            items: components["schemas"]["TopicView"][];
        };
        LanguagesView: {
            items: components["schemas"]["LanguageView"][];
            /**
             * @description said here, or in the latest application
             * @enum {string}
             */
            source: "said" | "application" | "none";
        };
        LanguagesDto: {
            items: components["schemas"]["LanguageDto"][];
        };
        BookSessionDto: {
            /**
             * Format: date-time
             * @example 2027-03-04T09:00:00+02:00
             */
            start: string;
            /**
             * Format: date-time
             * @description the usual length of the type when left out
             * @example 2027-03-04T09:00:00+02:00
             */
            end?: string;
            /** @enum {string} */
            mode: "on_site" | "remote" | "hybrid";
            /**
             * Format: uuid
             * @description the room; or anyRoom. Neither over a link
             */
            roomId?: string;
            /** @description any free room of the site that holds all */
            anyRoom?: boolean;
            /** @description instead of the coach's own link; https only */
            remoteLink?: string | null;
            topic?: string;
            /** @description a topic of `GET /coaching/topics` */
            expertiseTopic?: string | null;
            /** @description what the founder wants to talk about */
            brief?: string;
            /**
             * @description one_to_one when left out
             * @enum {string}
             */
            type?: "intake_talk" | "one_to_one" | "office_hour" | "team" | "milestone_review" | "group_clinic" | "pitch_practice" | "exit_talk";
            /**
             * Format: uuid
             * @description for one-to-ones, teams, milestone reviews and pitch practice
             */
            assignmentId?: string;
            /**
             * Format: uuid
             * @description for office hours, clinics, intake and exit talks
             */
            coachId?: string;
            /**
             * Format: uuid
             * @description where a coach without an assignment meets people at several sites
             */
            siteId?: string;
            /** @description founders who take part; whoever books as a founder always does */
            participants?: string[];
            /**
             * Format: uuid
             * @description the session at which this one was agreed
             */
            followsId?: string;
        };
        SessionRoomView: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        SessionClashView: {
            /** @enum {string} */
            who: "coach" | "entrepreneur" | "room";
            /** Format: uuid */
            id: string;
        };
        SessionChargeView: {
            /** @example 2027-03 */
            month: string;
            /** @description minutes of coaching */
            amount: number;
            /** @description left before it; null is unlimited */
            left: number | null;
        };
        SessionAlternativeView: {
            /**
             * Format: uuid
             * @description the room; null over a link
             */
            resourceId: string | null;
            name: string | null;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
        };
        SessionPreviewView: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            timeZone: string;
            room: components["schemas"]["SessionRoomView"] | null;
            /** @description who or what is taken at that time */
            clashes: components["schemas"]["SessionClashView"][];
            /** @description empty when it costs nothing */
            charges: components["schemas"]["SessionChargeView"][];
            /** @description every rule it would break */
            refusals: components["schemas"]["RefusalView"][];
            /** @description where something is taken */
            alternatives: components["schemas"]["SessionAlternativeView"][];
        };
        SessionCoachView: {
            /** Format: uuid */
            id: string;
            fullName: string;
        };
        SessionParticipantView: {
            /** Format: uuid */
            id: string;
            fullName: string;
            /**
             * @description null until the session is closed
             * @enum {string|null}
             */
            attendance: "present" | "late" | "absent" | null;
        };
        SessionCountsView: {
            /** @description notes that all who took part can read */
            sharedNotes: number;
            actionItems: number;
            openActionItems: number;
        };
        SessionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** @enum {string} */
            type: "intake_talk" | "one_to_one" | "office_hour" | "team" | "milestone_review" | "group_clinic" | "pitch_practice" | "exit_talk";
            /** Format: uuid */
            assignmentId: string | null;
            coach: components["schemas"]["SessionCoachView"];
            participants: components["schemas"]["SessionParticipantView"][];
            /** @enum {string} */
            mode: "on_site" | "remote" | "hybrid";
            /** @description null when it is held over a link */
            room: components["schemas"]["SessionRoomView"] | null;
            /** @description only for those who take part */
            remoteLink: string | null;
            topic: string;
            /** @description a topic of `GET /coaching/topics` */
            expertiseTopic: string | null;
            /** @description what the founder wants to talk about; only for those who take part */
            brief: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the time zone of the site */
            timeZone: string;
            /** @description the clock of the coach, where it is another */
            coachTimeZone: string | null;
            /** @description the clock of the reader, where it is another */
            readerTimeZone: string | null;
            /** @enum {string} */
            status: "confirmed" | "held" | "closed" | "cancelled" | "no_show";
            heldMinutes: number | null;
            /**
             * @description who did not come
             * @enum {string|null}
             */
            absent: "entrepreneur" | "coach" | null;
            /**
             * Format: date-time
             * @description until when the coach or the site can put right what was told at its closing; null before
             */
            correctableUntil: string | null;
            /**
             * Format: uuid
             * @description whose wallet pays
             */
            membershipId: string | null;
            /** @description what it takes from the wallet: held until it is closed; null when it costs nothing */
            allowance: components["schemas"]["BookingAllowanceView"] | null;
            /**
             * Format: date-time
             * @description until when a founder can call it off or move it without loss
             */
            freeCancellationUntil: string;
            /** @description called off by a founder after that */
            late: boolean;
            /** @description why it was called off, in the words of a person */
            reason: string | null;
            /**
             * @description the same where the house did it by itself
             * @enum {string|null}
             */
            because: "membership_ended" | "membership_ends" | "membership_paused" | "membership_suspended" | "team_left" | "coaching_ended" | "coaching_rests" | "coach_busy" | "rules_changed" | "account_erased" | "unanswered" | null;
            /** Format: uuid */
            bookedBy: string | null;
            /**
             * Format: uuid
             * @description the session at which it was agreed
             */
            followsId: string | null;
            counts: components["schemas"]["SessionCountsView"];
            /** @description whether the reader has told how it was; whether others have is not shown */
            feedbackGiven: boolean;
            /** @description rises with each change */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SessionPage: {
            items: components["schemas"]["SessionView"][];
            next: string | null;
        };
        DescribeSessionDto: {
            topic?: string;
            expertiseTopic?: string | null;
            brief?: string;
        };
        MoveSessionDto: {
            /**
             * Format: date-time
             * @example 2027-03-04T09:00:00+02:00
             */
            start?: string;
            /**
             * Format: date-time
             * @description the length stays when left out
             * @example 2027-03-04T09:00:00+02:00
             */
            end?: string;
            /** @enum {string} */
            mode?: "on_site" | "remote" | "hybrid";
            /** Format: uuid */
            roomId?: string;
            anyRoom?: boolean;
            remoteLink?: string | null;
        };
        CancelSessionDto: {
            /** @description the others can read it */
            reason?: string;
        };
        AttendanceDto: {
            /** Format: uuid */
            personId: string;
            /** @enum {string} */
            attendance: "present" | "late" | "absent";
        };
        FollowUpDto: {
            /**
             * Format: date-time
             * @example 2027-03-04T09:00:00+02:00
             */
            start: string;
            /**
             * Format: date-time
             * @description the usual length of the type when left out
             * @example 2027-03-04T09:00:00+02:00
             */
            end?: string;
            /** @enum {string} */
            mode: "on_site" | "remote" | "hybrid";
            /**
             * Format: uuid
             * @description the room; or anyRoom. Neither over a link
             */
            roomId?: string;
            /** @description any free room of the site that holds all */
            anyRoom?: boolean;
            /** @description instead of the coach's own link; https only */
            remoteLink?: string | null;
            topic?: string;
            /** @description a topic of `GET /coaching/topics` */
            expertiseTopic?: string | null;
            /** @description what the founder wants to talk about */
            brief?: string;
            /** @enum {string} */
            type?: "intake_talk" | "one_to_one" | "office_hour" | "team" | "milestone_review" | "group_clinic" | "pitch_practice" | "exit_talk";
        };
        CloseSessionDto: {
            /** @description everybody who was to take part */
            attendance: components["schemas"]["AttendanceDto"][];
            heldMinutes: number;
            /** @description the coach did not come: nothing is charged */
            coachAbsent?: boolean;
            /** @description what it was about in the end */
            topic?: string;
            followUp?: components["schemas"]["FollowUpDto"];
        };
        ClosedSessionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** @enum {string} */
            type: "intake_talk" | "one_to_one" | "office_hour" | "team" | "milestone_review" | "group_clinic" | "pitch_practice" | "exit_talk";
            /** Format: uuid */
            assignmentId: string | null;
            coach: components["schemas"]["SessionCoachView"];
            participants: components["schemas"]["SessionParticipantView"][];
            /** @enum {string} */
            mode: "on_site" | "remote" | "hybrid";
            /** @description null when it is held over a link */
            room: components["schemas"]["SessionRoomView"] | null;
            /** @description only for those who take part */
            remoteLink: string | null;
            topic: string;
            /** @description a topic of `GET /coaching/topics` */
            expertiseTopic: string | null;
            /** @description what the founder wants to talk about; only for those who take part */
            brief: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the time zone of the site */
            timeZone: string;
            /** @description the clock of the coach, where it is another */
            coachTimeZone: string | null;
            /** @description the clock of the reader, where it is another */
            readerTimeZone: string | null;
            /** @enum {string} */
            status: "confirmed" | "held" | "closed" | "cancelled" | "no_show";
            heldMinutes: number | null;
            /**
             * @description who did not come
             * @enum {string|null}
             */
            absent: "entrepreneur" | "coach" | null;
            /**
             * Format: date-time
             * @description until when the coach or the site can put right what was told at its closing; null before
             */
            correctableUntil: string | null;
            /**
             * Format: uuid
             * @description whose wallet pays
             */
            membershipId: string | null;
            /** @description what it takes from the wallet: held until it is closed; null when it costs nothing */
            allowance: components["schemas"]["BookingAllowanceView"] | null;
            /**
             * Format: date-time
             * @description until when a founder can call it off or move it without loss
             */
            freeCancellationUntil: string;
            /** @description called off by a founder after that */
            late: boolean;
            /** @description why it was called off, in the words of a person */
            reason: string | null;
            /**
             * @description the same where the house did it by itself
             * @enum {string|null}
             */
            because: "membership_ended" | "membership_ends" | "membership_paused" | "membership_suspended" | "team_left" | "coaching_ended" | "coaching_rests" | "coach_busy" | "rules_changed" | "account_erased" | "unanswered" | null;
            /** Format: uuid */
            bookedBy: string | null;
            /**
             * Format: uuid
             * @description the session at which it was agreed
             */
            followsId: string | null;
            counts: components["schemas"]["SessionCountsView"];
            /** @description whether the reader has told how it was; whether others have is not shown */
            feedbackGiven: boolean;
            /** @description rises with each change */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            followUp: components["schemas"]["SessionView"] | null;
        };
        NewNoteDto: {
            /** @enum {string} */
            visibility: "private" | "shared";
            text: string;
        };
        NoteOpeningView: {
            /** Format: date-time */
            at: string;
            /** @description who did */
            fullName: string;
            reason: string;
        };
        NoteView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            sessionId: string;
            /** Format: uuid */
            authorId: string;
            authorName: string;
            /** @enum {string} */
            visibility: "private" | "shared";
            text: string;
            /** Format: date-time */
            sharedAt: string | null;
            /** @description who opened it in need; for its author */
            openings: components["schemas"]["NoteOpeningView"][];
            /** @description rises with each change; send it as If-Match when changing */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        NotesView: {
            items: components["schemas"]["NoteView"][];
        };
        SealedNoteView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            authorId: string;
            /** @enum {string} */
            visibility: "private" | "shared";
            /** Format: date-time */
            createdAt: string;
        };
        SealedNotesView: {
            items: components["schemas"]["SealedNoteView"][];
        };
        ChangeNoteDto: {
            /** @enum {string} */
            visibility?: "private" | "shared";
            text?: string;
        };
        OpenNoteDto: {
            /** @description those concerned are told */
            reason: string;
        };
        OpenedNoteView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            authorId: string;
            /** @enum {string} */
            visibility: "private" | "shared";
            /** Format: date-time */
            createdAt: string;
            text: string;
        };
        NewFeedbackDto: {
            rating: number;
            text?: string;
        };
        FeedbackView: {
            /** Format: uuid */
            sessionId: string;
            rating: number;
            text: string;
            /** Format: date-time */
            at: string;
        };
        GoalView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            membershipId: string;
            /**
             * Format: uuid
             * @description whose goal it is
             */
            entrepreneurId: string;
            title: string;
            /** @description by what both will see that it is reached */
            measure: string;
            /** Format: date */
            dueOn: string | null;
            /** @enum {string} */
            status: "open" | "reached" | "dropped";
            /** Format: uuid */
            createdBy: string;
            /** @description rises with each change; send it as If-Match when changing */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ActionItemView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            membershipId: string;
            /** Format: uuid */
            sessionId: string | null;
            /** Format: uuid */
            goalId: string | null;
            /** Format: uuid */
            assigneeId: string;
            assigneeName: string;
            title: string;
            /** Format: date */
            dueOn: string | null;
            /** @enum {string} */
            status: "open" | "done" | "dropped";
            /** Format: date-time */
            doneAt: string | null;
            /** Format: uuid */
            createdBy: string;
            /** @description rises with each change; send it as If-Match when changing */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CoachingRecordView: {
            /** Format: date-time */
            at: string;
            sessions: components["schemas"]["SessionView"][];
            /** @description own ones, and those that were shared */
            notes: components["schemas"]["NoteView"][];
            goals: components["schemas"]["GoalView"][];
            actionItems: components["schemas"]["ActionItemView"][];
            feedback: components["schemas"]["FeedbackView"][];
        };
        GoalPage: {
            items: components["schemas"]["GoalView"][];
            next: string | null;
        };
        NewGoalDto: {
            /** Format: uuid */
            membershipId: string;
            title: string;
            /** @description by what both will see that it is reached */
            measure?: string;
            /**
             * Format: date
             * @example 2027-03-04
             */
            dueOn?: string | null;
        };
        ChangeGoalDto: {
            title?: string;
            measure?: string;
            /**
             * Format: date
             * @example 2027-03-04
             */
            dueOn?: string | null;
            /** @enum {string} */
            status?: "open" | "reached" | "dropped";
        };
        ActionItemPage: {
            items: components["schemas"]["ActionItemView"][];
            next: string | null;
        };
        NewActionItemDto: {
            /**
             * Format: uuid
             * @description whose record it stands in; or the session says it
             */
            membershipId?: string;
            /** Format: uuid */
            sessionId?: string;
            /** Format: uuid */
            goalId?: string;
            /**
             * Format: uuid
             * @description the founder when left out
             */
            assigneeId?: string;
            title: string;
            /**
             * Format: date
             * @example 2027-03-04
             */
            dueOn?: string | null;
        };
        ChangeActionItemDto: {
            title?: string;
            /**
             * Format: date
             * @example 2027-03-04
             */
            dueOn?: string | null;
            /** Format: uuid */
            goalId?: string | null;
            /** @enum {string} */
            status?: "open" | "done" | "dropped";
        };
        CalendarClashView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            sessionId: string;
            topic: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description the clock of the coach */
            timeZone: string;
            /**
             * Format: date-time
             * @description when the coach is busy elsewhere
             */
            busyFrom: string;
            /** Format: date-time */
            busyUntil: string;
            /** Format: date-time */
            foundAt: string;
            /**
             * @description null: waits for an answer
             * @enum {string|null}
             */
            answer: "keep" | "cancel" | null;
        };
        CalendarClashPage: {
            items: components["schemas"]["CalendarClashView"][];
            next: string | null;
        };
        ClashAnswerDto: {
            /** @enum {string} */
            answer: "keep" | "cancel";
        };
        AttachmentView: {
            filename: string;
            /** @example text/calendar */
            contentType: string;
        };
        KeptMailView: {
            /** Format: uuid */
            id: string;
            /** @description the address of the recipient */
            to: string;
            subject: string;
            /** Format: date-time */
            sentAt: string;
            /** @description the same for each attempt to send one message */
            messageId: string;
            text: string;
            html: string;
            attachments: components["schemas"]["AttachmentView"][];
        };
        KeptMailsView: {
            items: components["schemas"]["KeptMailView"][];
        };
        /** @description Any answer that is not a success (RFC 9457). Programs switch on `code`. */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            /** @description a sentence for a person */
            detail: string;
            /** @description the path that was asked */
            instance: string;
            /** @description the law's name */
            code: string;
            requestId: string;
            /** @description what is malformed, and where (JSON pointers) */
            errors?: {
                pointer: string;
                detail: string;
            }[];
            /** @description every rule that says no, with the facts it was judged on */
            refusals?: {
                code: string;
                detail: string;
                facts: {
                    [key: string]: unknown;
                };
            }[];
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Auth_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDto"];
            };
        };
        responses: {
            /** @description Look into your mail */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Auth_verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmailDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Auth_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The refresh token travels in the cookie `oasis-refresh` (`__Host-oasis-refresh` over https): HttpOnly, SameSite=Strict. Requests that a browser sends from another origin are refused (403 `own_origin`). */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WelcomeView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Auth_secondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorSignInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The refresh token travels in the cookie `oasis-refresh` (`__Host-oasis-refresh` over https): HttpOnly, SameSite=Strict. Requests that a browser sends from another origin are refused (403 `own_origin`). */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WelcomeView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Auth_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The refresh token travels in the cookie `oasis-refresh` (`__Host-oasis-refresh` over https): HttpOnly, SameSite=Strict. Requests that a browser sends from another origin are refused (403 `own_origin`). */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WelcomeView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Auth_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Auth_forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPasswordDto"];
            };
        };
        responses: {
            /** @description Look into your mail */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Auth_resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    /** @description The refresh token travels in the cookie `oasis-refresh` (`__Host-oasis-refresh` over https): HttpOnly, SameSite=Strict. Requests that a browser sends from another origin are refused (403 `own_origin`). */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Me_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Me_edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag that was read; without it the last one wins */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditProfile"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Me_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Me_mySessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInList"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Me_endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresentPasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Me_endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresentPasswordDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessionsView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Me_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Me_erasureRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureRequestList"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Me_requestErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureRequestView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description part of a name or an address */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_resetSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoleGrants_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                siteId?: string;
                personId?: string;
                role?: "entrepreneur" | "coach" | "manager" | "observer" | "administrator";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGrantsPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoleGrants_grant: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRole"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGrantView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoleGrants_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGrantView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoleGrants_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecondFactor_one: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecondFactor_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresentPasswordDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecondFactor_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstCodeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecondFactor_recoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAndCodeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecondFactor_switchOff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAndCodeDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sites_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                status?: "active" | "suspended" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SitePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sites_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSiteDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sites_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SiteChange_change: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: {
                /** @description the ETag that was read; without it the last one wins */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSiteDto"];
            };
        };
        responses: {
            /** @description the site, or with preview what would be cancelled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteView"] | components["schemas"]["AffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sites_closures: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description closures that end on this date or later */
                from?: string;
                /** @description closures that start on this date or earlier */
                to?: string;
                status?: "proposed" | "confirmed" | "dismissed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosurePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SiteChange_announce: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClosureDto"];
            };
        };
        responses: {
            /** @description with preview: what would be cancelled and offered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffectedView"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncedClosureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sites_propose: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosurePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sites_closure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sites_dismiss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Resources_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                kind?: "desk" | "room" | "booth";
                /** @description at least so many seats */
                capacity?: number;
                features?: string;
                /** @description active when left out */
                status?: "active" | "retired";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Resources_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewResourceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Resources_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RuleChange_changeResource: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: {
                /** @description the ETag that was read; needed without preview */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedResourceDto"];
            };
        };
        responses: {
            /** @description the resource, or with preview what would break */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedResourceView"] | components["schemas"]["RuleChangePreviewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Resources_rules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceRulePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RuleChange_setRules: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedRulesDto"];
            };
        };
        responses: {
            /** @description the rules, or with preview what would break */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedRulesView"] | components["schemas"]["RuleChangePreviewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Booking_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description those that end after this instant */
                from?: string;
                /** @description those that start before this instant */
                to?: string;
                status?: "requested" | "confirmed" | "checked_in" | "completed" | "cancelled" | "rejected" | "no_show";
                /** @description one site; its managers see all of it */
                siteId?: string;
                /** @description one person; only for managers, and for oneself */
                personId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Booking_book: {
        parameters: {
            query?: {
                /** @description true answers what the booking would cost, and books nothing */
                preview?: boolean;
            };
            header?: {
                /** @description a repeat with the same key is the same booking */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookDto"];
            };
        };
        responses: {
            /** @description with preview: what it would cost, and what stands in the way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingPreviewView"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Booking_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Booking_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the booking that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeBookingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Booking_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBookingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Booking_checkIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Booking_checkOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Booking_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Booking_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectBookingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Day_day: {
        parameters: {
            query: {
                /** @description a date at the site */
                date: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Day_availability: {
        parameters: {
            query: {
                start: string;
                end: string;
                kind?: "desk" | "room" | "booth";
                capacity?: number;
                features?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreePlacesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Day_slots: {
        parameters: {
            query: {
                date: string;
                kind: "desk" | "room" | "booth";
                minutes: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Extra_list: {
        parameters: {
            query?: {
                /** @description with end: answers what is left then */
                start?: string;
                end?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Extra_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewExtraDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Extra_change: {
        parameters: {
            query?: {
                /** @description true answers whose bookings would lose it, and changes nothing */
                preview?: boolean;
            };
            header?: {
                /** @description the ETag that was read; a preview needs none */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeExtraDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraView"] | components["schemas"]["ExtraChangePreview"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Guest_set: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the booking that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Hold_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldList"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Hold_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key is the same hold */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Hold_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Live_changes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a stream that stays open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WaitingList_entries: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description the list of a site, for those who run it; one’s own when left out */
                siteId?: string;
                status?: "waiting" | "offered" | "accepted" | "declined" | "expired" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WaitingList_join: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key is the same entry */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListEntryView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WaitingList_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListEntryView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WaitingList_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WaitingList_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListEntryView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NoShow_own: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NoShow_ofSite: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description true: those with an appeal that nobody has answered */
                waiting?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NoShow_appeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NoShow_forgive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgiveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NoShow_uphold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpholdDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Series_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description those of a site, for those who run it; one’s own when left out */
                siteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Series_book: {
        parameters: {
            query?: {
                /** @description true answers what would become of each date, and books nothing */
                preview?: boolean;
            };
            header?: {
                /** @description a repeat with the same key is the same series */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookSeriesDto"];
            };
        };
        responses: {
            /** @description with preview: what would become of each date */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPreviewView"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Series_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Series_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the series that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSeriesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Series_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSeriesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Series_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key is the same date */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddDateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Presence_who: {
        parameters: {
            query?: {
                /** @description a date at the site; today when left out */
                date?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhoIsInView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Presence_sheet: {
        parameters: {
            query: {
                /** @description a date at the site */
                date: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DaySheetView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CheckInCode_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInCodePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CheckInCode_issue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCodesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInCodePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CheckInCode_place: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodedPlaceView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CheckInCode_scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Replacement_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description those of a site, for those who run it; one’s own when left out */
                siteId?: string;
                /** @description those of one closure, one maintenance or one resource out of use */
                causeId?: string;
                status?: "offered" | "accepted" | "declined" | "expired" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Replacement_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Replacement_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Replacement_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Erasure_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureRequestsView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Erasure_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Erasure_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseErasureDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SiteChange_confirm: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the closure, or with preview what would be cancelled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncedClosureView"] | components["schemas"]["AffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SiteChange_retire: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireDto"];
            };
        };
        responses: {
            /** @description the resource, or with preview what would be cancelled and offered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetiredResourceView"] | components["schemas"]["AffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Maintenance_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaintenancePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Maintenance_begin: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMaintenanceDto"];
            };
        };
        responses: {
            /** @description with preview: what would be cancelled and offered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffectedView"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunMaintenanceView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Maintenance_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaintenanceView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Maintenance_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembershipStories_approvePause: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the membership with the bookings that were cancelled, or with preview those that would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipStoryView"] | components["schemas"]["MembershipAffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembershipStories_endPause: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the membership with the bookings that were cancelled, or with preview those that would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipStoryView"] | components["schemas"]["MembershipAffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembershipStories_withdraw: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the membership with the bookings that were cancelled, or with preview those that would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipStoryView"] | components["schemas"]["MembershipAffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembershipStories_giveNotice: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the membership with the bookings that were cancelled, or with preview those that would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipStoryView"] | components["schemas"]["MembershipAffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembershipStories_suspend: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendDto"];
            };
        };
        responses: {
            /** @description the membership with the bookings that were cancelled, or with preview those that would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipStoryView"] | components["schemas"]["MembershipAffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembershipStories_end: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndMembershipDto"];
            };
        };
        responses: {
            /** @description the membership with the bookings that were cancelled, or with preview those that would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipStoryView"] | components["schemas"]["MembershipAffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlanChange_publish: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishedVersionDto"];
            };
        };
        responses: {
            /** @description with preview: who keeps theirs, and what would break */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangePreviewView"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedPlanView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlanChange_change: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePlanDto"];
            };
        };
        responses: {
            /** @description the plan, or with preview who holds its places */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"] | components["schemas"]["PlanChangePreviewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RuleChange_setWeek: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: {
                /** @description the ETag that was read; without it the last one wins */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedWeekDto"];
            };
        };
        responses: {
            /** @description the site, or with preview what would break */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedSiteView"] | components["schemas"]["RuleChangePreviewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RuleChange_setTimeZone: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTimeZoneDto"];
            };
        };
        responses: {
            /** @description the site, or with preview both readings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RezonedSiteView"] | components["schemas"]["TimeZonePreviewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TeamDeparture_end: {
        parameters: {
            query?: {
                /** @description true answers what would be affected, and changes nothing */
                preview?: boolean;
            };
            header?: never;
            path: {
                id: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LastDayDto"];
            };
        };
        responses: {
            /** @description the venture with the sessions that have changed, or with preview those that would */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamDepartureView"] | components["schemas"]["TeamAffectedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Inbox_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description only those not read yet, or only those read */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Inbox_readAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Inbox_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Preference_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderPreferencesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Preference_choose: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag that was read; without it the last one wins */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderPreferencesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderPreferencesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Unsubscribe_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Unsubscribe_stop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Push_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSubscriptionsView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Push_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSubscriptionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSubscriptionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Push_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_enter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_schedulers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_queue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                first: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                    "text/css": string;
                    "application/json": string;
                    "image/svg+xml": string;
                    "image/png": string;
                    "image/x-icon": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_fileIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                first: string;
                second: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                    "text/css": string;
                    "application/json": string;
                    "image/svg+xml": string;
                    "image/png": string;
                    "image/x-icon": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_fileWithin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                first: string;
                second: string;
                third: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                    "text/css": string;
                    "application/json": string;
                    "image/svg+xml": string;
                    "image/png": string;
                    "image/x-icon": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_about: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                about: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_which: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                about: string;
                which: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_part: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QueueBoard_partOfJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
                part: string;
                detail: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_feed: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
                "If-Modified-Since"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResourceFeed_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceFeedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResourceFeed_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResourceFeed_feed: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
                "If-Modified-Since"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Door_door: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoorView"];
                };
            };
            /** @description No secret came along, or one that opens no display (any more) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reports_occupancy: {
        parameters: {
            query: {
                /** @description all sites whose figures you may read when left out */
                siteId?: string;
                from: string;
                /** @description the last date; at most 366 days */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OccupancyReportView"];
                    "text/csv": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reports_coachingHours: {
        parameters: {
            query: {
                /** @description all sites whose figures you may read when left out */
                siteId?: string;
                from: string;
                /** @description the last date; at most 366 days */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingHoursReportView"];
                    "text/csv": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reports_participants: {
        parameters: {
            query: {
                /** @description all sites whose figures you may read when left out */
                siteId?: string;
                from: string;
                /** @description the last date; at most 366 days */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantsReportView"];
                    "text/csv": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reports_overview: {
        parameters: {
            query: {
                siteId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingOverviewView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuditTrail_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description administrators leave it out for what was done at no site */
                siteId?: string;
                /** @description the first date, by the clock of the site */
                from?: string;
                /** @description the last date */
                to?: string;
                /** @description a kind of subject, or one deed: `booking.cancel` */
                action?: string;
                /** @description to what it was done */
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeedPage"];
                    "text/csv": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
            /** @description Not ready; `checks` says what is down */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Health_metrics: {
        parameters: {
            query?: never;
            header: {
                authorization: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Plan_list: {
        parameters: {
            query: {
                siteId: string;
                /** @description those on offer when left out */
                status?: "active" | "retired";
                /** @description true: every version that is on offer or binds a member, older and retired ones too; for managers */
                inForce?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Plan_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPlanDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Plan_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Document_list: {
        parameters: {
            query?: {
                kind?: "agreement" | "house_rules";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Document_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDocumentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Document_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                personId?: string;
                siteId?: string;
                status?: "offered" | "scheduled" | "active" | "paused" | "suspended" | "lapsed" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_requestPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPauseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_refusePause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_requestRenewal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestRenewalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_renew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_refuseRenewal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_answerSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Memberships_reinstate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Venture_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                siteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenturePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Venture_begin: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVentureDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VentureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Venture_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VentureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Venture_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeVentureDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VentureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Venture_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVentureMemberDto"];
            };
        };
        responses: {
            /** @description the venture with its team */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VentureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Venture_setLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VentureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Venture_enterCompany: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VentureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stage_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StagePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stage_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                siteId?: string;
                status?: "proposed" | "approved" | "returned";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageTransitionPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stage_history: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageTransitionPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stage_propose: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStageTransitionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageTransitionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stage_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageTransitionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stage_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageTransitionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stage_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageTransitionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Milestone_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestonePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Milestone_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMilestoneDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Milestone_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Milestone_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Milestone_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMilestoneDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembershipVenture_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipVentureDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipVentureView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Wallet_month: {
        parameters: {
            query?: {
                /** @description the running month of the site when left out */
                month?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowanceMonthView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Application_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description one site: what one runs or reviews there, beside one’s own */
                siteId?: string;
                status?: "draft" | "submitted" | "returned" | "under_review" | "approved" | "waitlisted" | "rejected" | "withdrawn" | "expired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Application_begin: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApplicationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Application_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Application_edit: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the application that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeApplicationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Application_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Application_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decision_notifyAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotifyApplicantsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decision_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnApplicationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decision_startReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decision_review: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decision_override: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decision_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveApplicationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decision_waitlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationDecisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decision_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectApplicationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decision_notify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Eligibility_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EligibilityRulePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Eligibility_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EligibilityRulesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EligibilityRulePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Consent_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Consent_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConflictOfInterest_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictOfInterestPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConflictOfInterest_declare: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConflictDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictOfInterestView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConflictOfInterest_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictOfInterestView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description those of a site, for those who run it; one’s own when left out */
                siteId?: string;
                status?: "offered" | "active" | "on_hold" | "completed" | "ended_early" | "declined" | "expired";
                coachId?: string;
                membershipId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_offer: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAssignmentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignedTeamView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineAssignmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_hold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldAssignmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndAssignmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_wished: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_wish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WishesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Matching_forOne: {
        parameters: {
            query: {
                membershipId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Matching_list: {
        parameters: {
            query: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                siteId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingRunPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Matching_ask: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMatchingRunDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingRunView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Matching_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingRunView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Matching_edit: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the run that was read */
                "If-Match": string;
            };
            path: {
                id: string;
                membershipId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeProposalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingRunView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Matching_publish: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the run that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingRunView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Matching_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingRunView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Fit_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FitView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OutsideCalendar_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutsideCalendarView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OutsideCalendar_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutsideCalendarDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutsideCalendarView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OutsideCalendar_remove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Coaches_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description this person alone; an empty list, and no error, for whoever has no profile as a coach */
                personId?: string;
                /** @description who meet people there or work over a link */
                siteId?: string;
                /** @description who know it or anything below it */
                topic?: "fund_raising" | "grants" | "start_up_grant" | "bank_and_guarantee" | "angels_and_vc" | "crowdfunding" | "eu_calls" | "modernisation" | "digitalisation" | "process" | "lean" | "quality" | "energy" | "internationalisation" | "export_readiness" | "market_entry" | "customs_and_logistics" | "cross_border_contracts" | "language_and_culture" | "idea_and_customer" | "interviews" | "value_proposition" | "service_design" | "business_model_and_pricing" | "product_and_technology" | "ipr_and_contracts" | "company_formation_and_tax" | "finance_and_accounting" | "sales_and_marketing" | "team_and_leadership" | "pitching" | "open_innovation" | "sustainability";
                /** @description who can work in it (B2 or better) */
                language?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Coaches_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Coaches_put: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag that was read; needed once there is a profile */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoachProfileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Coaches_hours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Coaches_putHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag that was read */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailabilityDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Coaches_thought: {
        parameters: {
            query: {
                from: string;
                /** @description at most 92 days later */
                to: string;
                /** @description length in minutes, in steps of 15; 60 when left out */
                minutes?: number;
                /** @description times at which people can meet there */
                siteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThoughtHoursDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachSlotsView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Coaches_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Coaches_slots: {
        parameters: {
            query: {
                from: string;
                /** @description at most 92 days later */
                to: string;
                /** @description length in minutes, in steps of 15; 60 when left out */
                minutes?: number;
                /** @description times at which people can meet there */
                siteId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachSlotsView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Coaches_qualify: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualificationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Topics_topics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicsView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Languages_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguagesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Languages_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LanguagesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguagesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                /** @description those that end after this instant */
                from?: string;
                /** @description those that start before this instant */
                to?: string;
                status?: "confirmed" | "held" | "closed" | "cancelled" | "no_show";
                /** @description one site; its managers see all of it */
                siteId?: string;
                coachId?: string;
                /** @description one founder */
                personId?: string;
                assignmentId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_book: {
        parameters: {
            query?: {
                /** @description true answers what the session would cost, and books nothing */
                preview?: boolean;
            };
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookSessionDto"];
            };
        };
        responses: {
            /** @description with preview: what it would cost, and what stands in the way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPreviewView"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_describe: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the session that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DescribeSessionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag of the session that was read */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveSessionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSessionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseSessionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedSessionView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Note_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Note_write: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNoteDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Note_sealed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealedNotesView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Note_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Note_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Note_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the note that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeNoteDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Note_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenNoteDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedNoteView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Note_ownFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Note_give: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFeedbackDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Goal_listGoals: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                membershipId?: string;
                status?: "open" | "reached" | "dropped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Goal_addGoal: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGoalDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Goal_changeGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeGoalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Goal_listItems: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
                membershipId?: string;
                sessionId?: string;
                /** @description who has it to do */
                assigneeId?: string;
                status?: "open" | "done" | "dropped";
                /** @description due before this date */
                dueBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionItemPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Goal_addItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeat with the same key and the same body is the same deed, and has the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewActionItemDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionItemView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Goal_changeItem: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeActionItemDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionItemView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Goal_record: {
        parameters: {
            query?: {
                /** @description markdown is a file to keep */
                format?: "json" | "markdown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingRecordView"];
                    "text/markdown": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Clash_list: {
        parameters: {
            query?: {
                /** @description how many, 50 when left out */
                limit?: number;
                /** @description where the page before this one ended */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarClashPage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Clash_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClashAnswerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarClashView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Mailbox_page: {
        parameters: {
            query?: {
                /** @description only mails to this address */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description This installation keeps no mails, or none of that id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Mailbox_messages: {
        parameters: {
            query?: {
                /** @description only mails to this address */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptMailsView"];
                };
            };
            /** @description This installation keeps no mails, or none of that id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Mailbox_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description This installation keeps no mails, or none of that id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Mailbox_designed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description This installation keeps no mails, or none of that id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
