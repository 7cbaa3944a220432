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
         * @description 401 `invalid_credentials`; 403 `email_unverified` after the right password, with a new link by mail; 429 after ten wrong passwords in fifteen minutes. The refresh token travels in the cookie `oasis-refresh` (`__Host-oasis-refresh` over https): HttpOnly, SameSite=Strict. Requests that a browser sends from another origin are refused (403 `own_origin`).
         */
        post: operations["Auth_signIn"];
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
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["Me_endSession"];
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
        /** End all my sessions but this one */
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
        /** Change a site; its time zone only while nothing is booked there */
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
        /** Close a site on some days, and cancel the bookings for which it is not open then */
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
        /** Change what a resource is like */
        patch: operations["Resources_change"];
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
        /** Set what some kinds of resource ask; the others stay */
        put: operations["Resources_setRules"];
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
    "/api/v1/sites/{id}/opening-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the week from a date on; bookings that were made before are kept */
        put: operations["SiteChange_setWeek"];
        post?: never;
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
        /** Put a proposed closure into force, and cancel the bookings in its way */
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
        /** Take a resource out of use for good */
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
        /** Take a resource out of service for a period */
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
        /** Whether database, migrations and queue are there; 503 when not, or while stopping */
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
        /** Figures for Prometheus; asks for METRICS_TOKEN as a bearer token when that is set */
        get: operations["Health_metrics"];
        put?: never;
        post?: never;
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
            roles: components["schemas"]["RoleView"][];
        };
        WelcomeView: {
            /** @description for `Authorization: Bearer`; to be kept in memory only */
            accessToken: string;
            /** @description seconds */
            expiresIn: number;
            person: components["schemas"]["ProfileView"];
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
        SessionView: {
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
        SessionList: {
            items: components["schemas"]["SessionView"][];
            next: string | null;
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
        ChangeResourceDto: {
            name?: string;
            capacity?: number;
            features?: string[];
            zone?: string | null;
            position?: components["schemas"]["PositionDto"] | null;
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
        ResourceRulesDto: {
            /** @description kinds that are not named keep their rules */
            items: components["schemas"]["ResourceRuleDto"][];
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
        };
        BookedResource: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
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
            /** @description rises with each change; send it as If-Match when changing */
            version: number;
            /** @description why it was cancelled or rejected */
            reason: string | null;
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
        AffectedView: {
            affectedBookings: components["schemas"]["BookingView"][];
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
        };
        ChangeSiteDto: {
            name?: string;
            city?: string;
            address?: string;
            /** @enum {string} */
            status?: "active" | "suspended" | "closed";
            /**
             * @description only while nothing is booked at the site
             * @example Europe/Helsinki
             */
            timeZone?: string;
        };
        WeekDto: {
            /**
             * Format: date
             * @description the first date of this week; today or later
             * @example 2027-03-04
             */
            validFrom: string;
            /** @description weekdays that are not named are closed */
            openingHours: components["schemas"]["OpeningSpanDto"][];
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
        AttachmentView: {
            filename: string;
            /** @example text/calendar */
            contentType: string;
        };
        KeptMailView: {
            /** Format: uuid */
            id: string;
            to: string[];
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
            header?: never;
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
                    "application/json": components["schemas"]["SessionList"];
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
    Me_endOtherSessions: {
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
            header?: never;
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
            header?: never;
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
            query?: never;
            header?: never;
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
            /** @description with preview: what would be cancelled */
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
    Resources_change: {
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
                "application/json": components["schemas"]["ChangeResourceDto"];
            };
        };
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
    Resources_setRules: {
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
                "application/json": components["schemas"]["ResourceRulesDto"];
            };
        };
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
            query?: never;
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
    SiteChange_setWeek: {
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
                "application/json": components["schemas"]["WeekDto"];
            };
        };
        responses: {
            /** @description the site, or with preview the bookings outside */
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
                "application/json": components["schemas"]["NewMaintenanceDto"];
            };
        };
        responses: {
            201: {
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
