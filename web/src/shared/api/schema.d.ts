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
        post: operations["post/auth/register"];
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
        post: operations["post/auth/verify-email"];
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
        post: operations["post/auth/sign-in"];
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
        post: operations["post/auth/refresh"];
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
        post: operations["post/auth/sign-out"];
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
        post: operations["post/auth/forgot-password"];
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
        post: operations["post/auth/reset-password"];
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
        get: operations["get/me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch/me"];
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/sites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/resource-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/sites/{id}/resource-rules"];
        put?: never;
        post?: never;
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
        get: operations["get/sites/{id}/day"];
        put?: never;
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
        get: operations["get/bookings"];
        put?: never;
        post: operations["post/bookings"];
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
        get: operations["get/bookings/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch/bookings/{id}"];
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
        post: operations["post/bookings/{id}/cancel"];
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
        post: operations["post/bookings/{id}/check-in"];
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
        post: operations["post/bookings/{id}/check-out"];
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
        RoleView: {
            /** @enum {string} */
            role: "entrepreneur" | "coach" | "manager" | "observer" | "administrator";
            /** Format: uuid */
            siteId: string | null;
        };
        PersonView: {
            /** Format: uuid */
            id: string;
            email: string;
            fullName: string;
            /** @enum {string} */
            locale: "en" | "fi" | "sv" | "ru";
            timeZone: string | null;
            roles: components["schemas"]["RoleView"][];
        };
        SessionView: {
            accessToken: string;
            expiresIn: number;
            person: components["schemas"]["PersonView"];
        };
        RegisterDto: {
            email: string;
            password: string;
            fullName: string;
            /** @enum {string} */
            locale: "en" | "fi" | "sv" | "ru";
            /** @enum {boolean} */
            acceptPrivacyNotice: true;
        };
        SignInDto: {
            email: string;
            password: string;
        };
        TokenDto: {
            token: string;
        };
        EmailDto: {
            email: string;
        };
        ResetDto: {
            token: string;
            password: string;
        };
        ChangeMeDto: {
            fullName?: string;
            /** @enum {string} */
            locale?: "en" | "fi" | "sv" | "ru";
            timeZone?: string | null;
        };
        OpeningHoursView: {
            weekday: number;
            opens: string;
            closes: string;
        };
        SiteView: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            timeZone: string;
            /** @enum {string} */
            status: "active" | "suspended" | "closed";
            openingHours: components["schemas"]["OpeningHoursView"][];
        };
        SitePage: {
            items: components["schemas"]["SiteView"][];
            next: string | null;
        };
        PositionView: {
            x: number;
            y: number;
        };
        DayResourceView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            name: string;
            capacity: number;
            features: string[];
            zone: string | null;
            position?: components["schemas"]["PositionView"];
            needsApproval: boolean;
        };
        OpenView: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
        };
        OccupiedView: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            mine: boolean;
            /** Format: uuid */
            bookingId?: string;
            title?: string | null;
        };
        DayRowView: {
            resource: components["schemas"]["DayResourceView"];
            occupied: components["schemas"]["OccupiedView"][];
        };
        DayView: {
            date: string;
            timeZone: string;
            open: components["schemas"]["OpenView"][];
            resources: components["schemas"]["DayRowView"][];
        };
        BookedResourceView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
        };
        BookingView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            resource: components["schemas"]["BookedResourceView"];
            /** Format: uuid */
            personId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            timeZone: string;
            title: string | null;
            /** @enum {string} */
            status: "requested" | "confirmed" | "checked_in" | "completed" | "cancelled" | "rejected" | "no_show";
            /** Format: uuid */
            seriesId: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
            reason: string | null;
            late: boolean;
            /** Format: date-time */
            freeCancellationUntil: string;
            checkIn: components["schemas"]["Window"];
            /** Format: date-time */
            checkedInAt: string | null;
            /** Format: date-time */
            checkedOutAt: string | null;
        };
        Window: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        ResourceRuleView: {
            /** @enum {string} */
            kind: "desk" | "room" | "booth";
            gridMinutes: number;
            shortestMinutes: number;
            longestMinutes: number;
            noticeMinutes: number;
            horizonDays: number;
            futureBookings: number | null;
            cancelMinutes: number;
            checkInBeforeMinutes: number;
            checkInAfterMinutes: number;
            bufferMinutes: number;
        };
        ResourceRulePage: {
            items: components["schemas"]["ResourceRuleView"][];
            next: string | null;
        };
        BookingPage: {
            items: components["schemas"]["BookingView"][];
            next: string | null;
        };
        BookDto: {
            /** Format: uuid */
            resourceId?: string;
            /** Format: uuid */
            siteId?: string;
            /** @enum {string} */
            kind?: "desk" | "room" | "booth";
            capacity?: number;
            features?: string[];
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            title?: string;
        };
        ChangeBookingDto: {
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            /** Format: uuid */
            resourceId?: string;
            title?: string | null;
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
    "post/auth/register": {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "post/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "post/auth/sign-in": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    "post/auth/refresh": {
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
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    "post/auth/sign-out": {
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
        };
    };
    "post/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "post/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get/me": {
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
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    "patch/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    "get/sites": {
        parameters: {
            query?: {
                limit?: string;
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
                    "application/json": components["schemas"]["SitePage"];
                };
            };
        };
    };
    "get/sites/{id}/resource-rules": {
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
        };
    };
    "get/sites/{id}/day": {
        parameters: {
            query: {
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
        };
    };
    "get/bookings": {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                status?: string;
                siteId?: string;
                personId?: string;
                limit?: string;
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
                    "application/json": components["schemas"]["BookingPage"];
                };
            };
        };
    };
    "post/bookings": {
        parameters: {
            query?: never;
            header?: {
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
        };
    };
    "get/bookings/{id}": {
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
        };
    };
    "patch/bookings/{id}": {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
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
        };
    };
    "post/bookings/{id}/cancel": {
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
        };
    };
    "post/bookings/{id}/check-in": {
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
        };
    };
    "post/bookings/{id}/check-out": {
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
        };
    };
}
