// Generated from docs/openapi.json by `cargo xtask bless`.

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys that sign `X-Auth-Identity`, as a JSON Web Key Set. */
        get: operations["get_well_known_jwks_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's rows, the newest first. */
        get: operations["get_courses"];
        put?: never;
        /** Makes a row. */
        post: operations["post_courses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's rows. */
        get: operations["get_courses_id"];
        /** Changes what the body names (RFC 7396); `null` clears. */
        put: operations["put_courses_id"];
        post?: never;
        /** Deletes a row, and what is a part of it. */
        delete: operations["delete_courses_id"];
        options?: never;
        head?: never;
        /** Changes what the body names (RFC 7396); `null` clears. */
        patch: operations["patch_courses_id"];
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a message. Somebody who hides, or with whom a block stands, is not found. */
        post: operations["post_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/conversation/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The messages between the caller and a peer, newest first. */
        get: operations["get_messages_conversation_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/conversation/{user}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks what a peer wrote as read. Never moves back. */
        put: operations["put_messages_conversation_user_read"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's conversations, the one with the newest message first. */
        get: operations["get_messages_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/suggested-peers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stored suggestions as ids, for the page of messages. */
        get: operations["get_messages_suggested_peers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/peers/{user}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Blocks a user: neither meets or reads the other, in peers and in messages. Holds at once; a second time changes nothing. */
        post: operations["post_peers_user_block"];
        /** Takes a block back. */
        delete: operations["delete_peers_user_block"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/peers/blocked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people whom the caller has blocked, in the order of ids. */
        get: operations["get_peers_blocked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/peers/compatible": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The peers who fit the caller best, computed now, best first. Explanations are in the
         *     language of `Accept-Language`, English or French.
         */
        get: operations["get_peers_compatible"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/peers/homepage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The three peers who fit the caller best, in short. */
        get: operations["get_peers_homepage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/peers/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Computes the caller's suggestions anew. That nobody fits is an answer, not an error. */
        post: operations["post_peers_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/peers/suggested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stored suggestions, best first; computed when there are none. */
        get: operations["get_peers_suggested"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/peers/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether others find the caller. */
        get: operations["get_peers_visibility"];
        /** Shows or hides the caller. Holds at once. */
        put: operations["put_peers_visibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What others may see of a user. Somebody who hides, or with whom a block stands, is not found. */
        get: operations["get_profiles_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own profile and ratings. Nothing is made by reading: what is not there is `null`. */
        get: operations["get_profiles_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes any of the profile's fields and ratings; `null` clears one, what is left out stays. */
        put: operations["put_profiles_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/space/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own ratings. */
        get: operations["get_space_skills"];
        /** Changes any of the caller's ratings, 0 to 5; `null` clears one, what is left out stays. */
        put: operations["put_space_skills"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tree-paths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's rows, in the order of their keys. */
        get: operations["get_tree_paths"];
        put?: never;
        /** Makes a row. */
        post: operations["post_tree_paths"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tree-paths/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's rows. */
        get: operations["get_tree_paths_id"];
        /** Changes what the body names (RFC 7396); `null` clears. */
        put: operations["put_tree_paths_id"];
        post?: never;
        /** Deletes a row, and what is a part of it. */
        delete: operations["delete_tree_paths_id"];
        options?: never;
        head?: never;
        /** Changes what the body names (RFC 7396); `null` clears. */
        patch: operations["patch_tree_paths_id"];
        trace?: never;
    };
    "/api/v1/users/{user}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What others may see of a user, in short; as `GET /profiles/{user}`. */
        get: operations["get_users_user_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own integer id. */
        get: operations["get_users_me"];
        put?: never;
        post?: never;
        /**
         * Erases the caller: every row that is theirs, for good, and their account at Clerk.
         * @description Needs a session token that is at most a minute old. What others wrote to the caller stays with them, from a deleted
         *     user. Nobody can sign in as the caller any more.
         */
        delete: operations["delete_users_me"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is stored about the caller.
         * @description A ZIP file with one file a table, each row a line of JSON, and `manifest.json`, which says what it is. It is made
         *     while it is sent; if something fails on the way, it ends early and cannot be opened.
         */
        get: operations["get_users_me_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the request that a proxy has received may pass, and whose it is.
         * @description Method and credentials are those of the forwarded request: `X-Forwarded-Method`, `X-Original-Method` or the method
         *     itself, `Authorization` or the session cookie, and `Origin`. No other status is ever answered to what is
         *     a request; a head that is none or is too large gets 400, 414 or 431, which proxies take for a refusal.
         */
        get: operations["get_auth_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the database answers, the signing keys are at hand, and the server is not about to end. */
        get: operations["get_health"];
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
        /** Whether the process answers at all; asks nothing else. */
        get: operations["get_health_live"];
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
        /** Whether requests should be sent here: the same as `/health`. */
        get: operations["get_health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/onboarding-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the caller has finished onboarding. */
        get: operations["get_user_onboarding_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's account with the stored profile. */
        get: operations["get_user_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/clerk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in a delivery of Clerk's webhooks: people who are new, have changed or are gone, and sessions that are over.
         * @description Signed as Svix does (`svix-id`, `svix-timestamp`, `svix-signature`, or the same with `webhook-`). Answered when
         *     everything is committed; the same message may come any number of times, to any server, in any order.
         */
        post: operations["post_webhooks_clerk"];
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
        /** @description Somebody whom the caller has blocked. */
        BlockedPeer: {
            /**
             * Format: date-time
             * @description Since when.
             */
            blocked_at?: string | null;
            name?: string | null;
            /**
             * Format: int64
             * @description The peer's id.
             * @example 42
             */
            user_id: number;
        };
        /** @description A peer who fits. */
        CompatiblePeer: {
            /**
             * Format: double
             * @description 0 to 1, four digits.
             * @example 0.4125
             */
            compatibility_score: number;
            /** @description The reasons in words, strongest first. */
            explanation: string;
            industry?: string | null;
            job_title?: string | null;
            major?: string | null;
            name?: string | null;
            score_details: components["schemas"]["ScoreDetails"];
            /**
             * @description The peer's id, as text.
             * @example 42
             */
            user_id: string;
            /** Format: int64 */
            year?: number | null;
        };
        /**
         * @description Score of each component, two digits. `personality` has one, because it depends on the
         *     other's test results, which are theirs; more digits anywhere would let it be computed.
         */
        Components: {
            /** Format: double */
            goals?: number | null;
            /** Format: double */
            industries?: number | null;
            /** Format: double */
            interests?: number | null;
            /** Format: double */
            personality?: number | null;
            /** Format: double */
            skills?: number | null;
            /** Format: double */
            stage?: number | null;
        };
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        Course: {
            course_code?: string | null;
            course_name: string;
            /** Format: date-time */
            created_at?: string | null;
            /** Format: int64 */
            credits?: number | null;
            description?: string | null;
            grade?: string | null;
            id: components["schemas"]["CourseId"];
            learning_outcomes?: unknown;
            professor?: string | null;
            semester?: string | null;
            subject_category?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
            /** Format: int64 */
            user_id: number;
            /** Format: int64 */
            year?: number | null;
        };
        /** @description What a client may write. */
        CourseDraft: {
            course_code?: components["schemas"]["Text"] | null;
            course_name: components["schemas"]["Words"];
            credits?: components["schemas"]["Whole"] | null;
            description?: components["schemas"]["Text"] | null;
            grade?: components["schemas"]["Text"] | null;
            learning_outcomes?: components["schemas"]["Text"][] | null;
            professor?: components["schemas"]["Text"] | null;
            semester?: components["schemas"]["Text"] | null;
            subject_category?: components["schemas"]["SubjectCategory"] | null;
            year?: components["schemas"]["Whole"] | null;
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        CourseId: number;
        /** @description A sentence that says what was done. */
        Done: {
            /** @description For people. */
            message: string;
        };
        /** @description How many rows of a table went. */
        ErasedRows: {
            /**
             * Format: int64
             * @example 12
             */
            rows: number;
            /** @example courses */
            table: string;
        };
        /** @description What was erased, and what was not. */
        Erasure: {
            /**
             * @description `deleted`; `not_configured` where we have no key for Clerk; `failed` if Clerk did not answer, so that somebody
             *     has to delete the account there.
             * @example deleted
             */
            clerk: string;
            erased: components["schemas"]["ErasedRows"][];
            kept: components["schemas"]["KeptRows"][];
        };
        /** @description The body of every error. */
        ErrorBody: {
            /**
             * @description For programs; stable, listed in `docs/errors.md`.
             * @example user_not_found
             */
            code: string;
            /**
             * @description One sentence for people.
             * @example There is no such user.
             */
            detail: string;
        };
        /** @description What was looked at. */
        Health: {
            /** @description What does not answer: `database`, `keys`; or `draining` for a server that is about to end. Absent when all is well. */
            failing?: string[];
            /**
             * @description `healthy`, or `unhealthy` if any part is not.
             * @example healthy
             */
            status: string;
        };
        /** @description A peer on the home page. */
        HomepagePeer: {
            /** @description Always `null`: there are no pictures. */
            avatar_url?: string | null;
            /** @description The strongest reason. */
            brief_explanation: string;
            /**
             * Format: double
             * @description 0 to 1, four digits.
             */
            compatibility_score: number;
            major?: string | null;
            name?: string | null;
            /**
             * @description The peer's id, as text.
             * @example 42
             */
            user_id: string;
            /** Format: int64 */
            year?: number | null;
        };
        Json: Record<string, never>;
        /** @description What is still kept of earlier repairs of the database, and how an operator removes it. */
        KeptRows: {
            /**
             * @description What forgets them, with everything else that the repair keeps.
             * @example orientor history prune 7 --apply
             */
            remedy: string;
            /**
             * Format: int64
             * @example 1
             */
            rows: number;
            /** @example user_skills */
            table: string;
        };
        /** @description A conversation in the list. */
        ListedConversation: {
            /** @description Text of the newest message. */
            last_message: string;
            /**
             * Format: int64
             * @description Its key; also the cursor.
             */
            last_message_id: number;
            /**
             * Format: int64
             * @description With whom.
             * @example 42
             */
            peer_id: number;
            /** @description What they are called, or `User 42`. */
            peer_name: string;
            /**
             * Format: date-time
             * @description When it was written.
             */
            timestamp?: string | null;
            /**
             * Format: int64
             * @description How many messages of the peer the caller has not read.
             */
            unread_count: number;
        };
        /** @description The caller, in short. */
        Me: {
            /**
             * @description E-mail, if a verified one is known.
             * @example ada@example.com
             */
            email?: string | null;
            /**
             * Format: int64
             * @description The application's own id.
             * @example 42
             */
            id: number;
        };
        /** @description A new message. */
        NewMessage: {
            /** @description The text, 1 to 5000 characters, not only blanks. */
            body: string;
            /**
             * @description Whom it is for: a number, or a Clerk id.
             * @example 42
             */
            recipient_id: string;
        };
        /** @description Whether onboarding is finished. */
        Onboarding: {
            /** @description The flag is set, or there is a personality profile. */
            onboarding_completed: boolean;
        };
        /** @description The caller's own profile with ratings. */
        OwnProfile: components["schemas"]["ProfileFields"] & components["schemas"]["Ratings"] & {
            /**
             * Format: int64
             * @description The id of the user.
             * @example 42
             */
            id: number;
            /**
             * Format: int64
             * @description The same.
             * @example 42
             */
            user_id: number;
        };
        /** @description Somebody to write to. */
        PeerToWriteTo: {
            /**
             * Format: int64
             * @description The peer's id.
             * @example 42
             */
            peer_id: number;
            /**
             * Format: double
             * @description Four digits.
             */
            similarity: number;
        };
        /** @description The fields that users fill in themselves. */
        ProfileFields: {
            /** Format: int64 */
            age?: number | null;
            career_goals?: string | null;
            country?: string | null;
            education_level?: string | null;
            favorite_book?: string | null;
            favorite_celebrities?: string | null;
            favorite_movie?: string | null;
            /** Format: double */
            gpa?: number | null;
            hobbies?: string | null;
            industry?: string | null;
            /** @description Terms, separated by commas. */
            interests?: string | null;
            job_title?: string | null;
            learning_style?: string | null;
            major?: string | null;
            name?: string | null;
            sex?: string | null;
            skills?: string[] | null;
            state_province?: string | null;
            story?: string | null;
            unique_quality?: string | null;
            /** Format: int64 */
            year?: number | null;
            /** Format: int64 */
            years_experience?: number | null;
        };
        /** @description What `PUT /profiles/update` takes: any of the fields and ratings. */
        ProfilePatch: {
            /** @description The fields that users fill in themselves. */
            fields: {
                /** Format: int64 */
                age?: number | null;
                career_goals?: string | null;
                country?: string | null;
                education_level?: string | null;
                favorite_book?: string | null;
                favorite_celebrities?: string | null;
                favorite_movie?: string | null;
                /** Format: double */
                gpa?: number | null;
                hobbies?: string | null;
                industry?: string | null;
                /** @description Terms, separated by commas. */
                interests?: string | null;
                job_title?: string | null;
                learning_style?: string | null;
                major?: string | null;
                name?: string | null;
                sex?: string | null;
                skills?: string[] | null;
                state_province?: string | null;
                story?: string | null;
                unique_quality?: string | null;
                /** Format: int64 */
                year?: number | null;
                /** Format: int64 */
                years_experience?: number | null;
            };
            /** @description Self-ratings from 0 to 5 in thirteen skills; `null` where none was given. */
            ratings: {
                /** Format: double */
                adaptability?: number | null;
                /** Format: double */
                analytical_thinking?: number | null;
                /** Format: double */
                attention_to_detail?: number | null;
                /** Format: double */
                collaboration?: number | null;
                /** Format: double */
                creativity?: number | null;
                /** Format: double */
                critical_thinking?: number | null;
                /** Format: double */
                decision_making?: number | null;
                /** Format: double */
                digital_literacy?: number | null;
                /** Format: double */
                evaluation?: number | null;
                /** Format: double */
                independence?: number | null;
                /** Format: double */
                leadership?: number | null;
                /** Format: double */
                problem_solving?: number | null;
                /** Format: double */
                stress_tolerance?: number | null;
            };
        };
        /** @description What others may see of a user. */
        PublicProfile: {
            hobbies?: string | null;
            /**
             * Format: int64
             * @description The id of the user.
             * @example 42
             */
            id: number;
            industry?: string | null;
            interests?: string | null;
            job_title?: string | null;
            major?: string | null;
            name?: string | null;
            /**
             * Format: int64
             * @description The same.
             * @example 42
             */
            user_id: number;
            /** Format: int64 */
            year?: number | null;
        };
        /** @description Self-ratings from 0 to 5 in thirteen skills; `null` where none was given. */
        Ratings: {
            /** Format: double */
            adaptability?: number | null;
            /** Format: double */
            analytical_thinking?: number | null;
            /** Format: double */
            attention_to_detail?: number | null;
            /** Format: double */
            collaboration?: number | null;
            /** Format: double */
            creativity?: number | null;
            /** Format: double */
            critical_thinking?: number | null;
            /** Format: double */
            decision_making?: number | null;
            /** Format: double */
            digital_literacy?: number | null;
            /** Format: double */
            evaluation?: number | null;
            /** Format: double */
            independence?: number | null;
            /** Format: double */
            leadership?: number | null;
            /** Format: double */
            problem_solving?: number | null;
            /** Format: double */
            stress_tolerance?: number | null;
        };
        /** @description How far the caller has read. */
        ReadUpTo: {
            /**
             * Format: int64
             * @description The last message that was read; everything when left out.
             * @default null
             */
            last_read_message_id: number | null;
        };
        /** @description What the score is made of. */
        ScoreDetails: {
            /** @description Score of each component, 0 to 1; `null` where nothing could be compared. */
            components: components["schemas"]["Components"];
            /**
             * Format: double
             * @description How much of the comparison was possible: the sum of the weights of the components that both have.
             */
            coverage: number;
            /**
             * Format: double
             * @description The same as `compatibility_score`.
             */
            overall_compatibility: number;
            /**
             * Format: date-time
             * @description When it was computed: now.
             */
            timestamp: string;
        };
        /** @description A message. */
        SentMessage: {
            body: string;
            /** Format: int64 */
            message_id: number;
            /** Format: int64 */
            recipient_id: number;
            /** Format: int64 */
            sender_id: number;
            /** Format: date-time */
            timestamp?: string | null;
        };
        /** @description What others may see of a user, in short. */
        ShortProfile: {
            hobbies?: string | null;
            interests?: string | null;
            major?: string | null;
            name?: string | null;
            /**
             * Format: int64
             * @description The id of the user.
             * @example 42
             */
            user_id: number;
            /** Format: int64 */
            year?: number | null;
        };
        /** @description The profile as it is stored. */
        StoredProfile: components["schemas"]["ProfileFields"] & {
            /**
             * Format: date-time
             * @description When the profile was made.
             */
            created_at?: string | null;
            /**
             * Format: int64
             * @description Key of the profile, which is not the id of the user.
             */
            id: number;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at?: string | null;
            /**
             * Format: int64
             * @description Whose it is.
             */
            user_id: number;
        };
        /**
         * @description What a course is about, roughly.
         * @enum {string}
         */
        SubjectCategory: "STEM" | "humanities" | "business" | "arts" | "social_sciences" | "other";
        /** @description A stored suggestion. */
        SuggestedPeer: {
            hobbies?: string | null;
            interests?: string | null;
            major?: string | null;
            name?: string | null;
            /**
             * Format: double
             * @description Four digits.
             */
            similarity: number;
            /**
             * @description The peer's id, as text.
             * @example 42
             */
            user_id: string;
            /** Format: int64 */
            year?: number | null;
        };
        Text: string;
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        TreePath: {
            /** Format: date-time */
            created_at?: string | null;
            id: components["schemas"]["TreePathId"];
            name?: string | null;
            tree_json: unknown;
            tree_type: string;
            /** Format: int64 */
            user_id: number;
        };
        /** @description What a client may write. */
        TreePathDraft: {
            name?: components["schemas"]["Text"] | null;
            tree_json: components["schemas"]["Json"];
            tree_type: components["schemas"]["Words"];
        };
        /** @description The key of a row. */
        TreePathId: string;
        /** @description The caller's account and profile. */
        UserProfile: {
            /**
             * @description The id at Clerk that this session belongs to.
             * @example user_2abc
             */
            clerk_id: string;
            /**
             * @description E-mail, if a verified one is known.
             * @example ada@example.com
             */
            email?: string | null;
            /**
             * Format: int64
             * @description The application's own id.
             * @example 42
             */
            id: number;
            /** @description Whether onboarding is finished. */
            onboarding_completed: boolean;
            profile?: components["schemas"]["StoredProfile"] | null;
        };
        /** @description Whether others find a user. */
        Visibility: {
            /** @description `false` hides: no suggestion, no profile, no message from anybody whom the user has not written to. */
            discoverable: boolean;
        };
        Whole: number;
        Words: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_well_known_jwks_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys; none if none is configured */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    get_courses: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: string;
                /** @description At most so many rows; 50 unless said. */
                limit?: number;
                /** @description Leaves so many rows out; `after` costs less. */
                offset?: number;
                /** @description Only rows that hold this. */
                semester?: string;
                /** @description Only rows that hold this. */
                subject_category?: string;
                /** @description Only rows that hold this. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    /** @description `<address>; rel="next"`, if there is a next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Course"][];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A parameter does not fit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_courses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "course_code": "CS-101",
                 *       "course_name": "some course name",
                 *       "credits": 2,
                 *       "description": "some description",
                 *       "grade": "A-",
                 *       "learning_outcomes": [
                 *         "one",
                 *         "two"
                 *       ],
                 *       "professor": "some professor",
                 *       "semester": "some semester",
                 *       "subject_category": "STEM",
                 *       "year": 2024
                 *     }
                 */
                "application/json": components["schemas"]["CourseDraft"];
            };
        };
        responses: {
            /** @description The row that was made */
            201: {
                headers: {
                    /** @description The address of the row */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Course"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such row among the caller's; somebody else may have it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_courses_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Course"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such row among the caller's; somebody else may have it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_courses_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `CourseDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "course_code": "CS-101",
                 *       "course_name": "some course name",
                 *       "credits": 2,
                 *       "description": "some description",
                 *       "grade": "A-",
                 *       "learning_outcomes": [
                 *         "one",
                 *         "two"
                 *       ],
                 *       "professor": "some professor",
                 *       "semester": "some semester",
                 *       "subject_category": "STEM",
                 *       "year": 2024
                 *     }
                 */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The row as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Course"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such row among the caller's; somebody else may have it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_courses_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such row among the caller's; somebody else may have it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_courses_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `CourseDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "course_code": "CS-101",
                 *       "course_name": "some course name",
                 *       "credits": 2,
                 *       "description": "some description",
                 *       "grade": "A-",
                 *       "learning_outcomes": [
                 *         "one",
                 *         "two"
                 *       ],
                 *       "professor": "some professor",
                 *       "semester": "some semester",
                 *       "subject_category": "STEM",
                 *       "year": 2024
                 *     }
                 */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The row as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Course"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such row among the caller's; somebody else may have it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_messages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description The conversation */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Nobody whom the caller may see has this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_messages_conversation_user: {
        parameters: {
            query?: {
                /** @description Continue behind this item of the page before: its `message_id`, or the `last_message_id` of a conversation. */
                after?: number;
                /** @description At most this many, 1 to 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Number or Clerk id
                 * @example 42
                 */
                user: string;
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
                    "application/json": components["schemas"]["SentMessage"][];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Nobody whom the caller may see has this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A parameter does not fit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_messages_conversation_user_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Number or Clerk id
                 * @example 42
                 */
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadUpTo"];
            };
        };
        responses: {
            /** @description Marked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Nobody whom the caller may see has this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_messages_conversations: {
        parameters: {
            query?: {
                /** @description Continue behind this item of the page before: its `message_id`, or the `last_message_id` of a conversation. */
                after?: number;
                /** @description At most this many, 1 to 100. */
                limit?: number;
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
                    "application/json": components["schemas"]["ListedConversation"][];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A parameter does not fit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_messages_suggested_peers: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
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
                    "application/json": components["schemas"]["PeerToWriteTo"][];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A parameter does not fit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_peers_user_block: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Number or Clerk id
                 * @example 42
                 */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Blocked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Nobody whom the caller may see has this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Oneself */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_peers_user_block: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Number or Clerk id
                 * @example 42
                 */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No longer blocked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Was not blocked */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_peers_blocked: {
        parameters: {
            query?: {
                /** @description The `user_id` of the last item of the page before. */
                after?: number;
                /** @description At most this many, 1 to 100. */
                limit?: number;
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
                    "application/json": components["schemas"]["BlockedPeer"][];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A parameter does not fit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_peers_compatible: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
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
                    "application/json": components["schemas"]["CompatiblePeer"][];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A parameter does not fit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_peers_homepage: {
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
                    "application/json": components["schemas"]["HomepagePeer"][];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_peers_refresh: {
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
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_peers_suggested: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
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
                    "application/json": components["schemas"]["SuggestedPeer"][];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A parameter does not fit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_peers_visibility: {
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
                    "application/json": components["schemas"]["Visibility"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_peers_visibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Visibility"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visibility"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_profiles_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Number or Clerk id
                 * @example 42
                 */
                user: string;
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
                    "application/json": components["schemas"]["PublicProfile"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Nobody whom the caller may see has this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_profiles_me: {
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
                    "application/json": components["schemas"]["OwnProfile"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_profiles_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Any of the fields of `GET /profiles/me` but the ids; `interests` also as a list */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfilePatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_space_skills: {
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
                    "application/json": components["schemas"]["Ratings"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_space_skills: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ratings"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ratings"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_tree_paths: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: string;
                /** @description At most so many rows; 50 unless said. */
                limit?: number;
                /** @description Leaves so many rows out; `after` costs less. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    /** @description `<address>; rel="next"`, if there is a next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreePath"][];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A parameter does not fit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_tree_paths: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "some name",
                 *       "tree_json": {
                 *         "a": [
                 *           1,
                 *           "b"
                 *         ]
                 *       },
                 *       "tree_type": "some tree type"
                 *     }
                 */
                "application/json": components["schemas"]["TreePathDraft"];
            };
        };
        responses: {
            /** @description The row that was made */
            201: {
                headers: {
                    /** @description The address of the row */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreePath"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such row among the caller's; somebody else may have it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_tree_paths_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreePath"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such row among the caller's; somebody else may have it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_tree_paths_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `TreePathDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "some name",
                 *       "tree_json": {
                 *         "a": [
                 *           1,
                 *           "b"
                 *         ]
                 *       },
                 *       "tree_type": "some tree type"
                 *     }
                 */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The row as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreePath"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such row among the caller's; somebody else may have it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_tree_paths_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such row among the caller's; somebody else may have it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patch_tree_paths_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `TreePathDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "some name",
                 *       "tree_json": {
                 *         "a": [
                 *           1,
                 *           "b"
                 *         ]
                 *       },
                 *       "tree_type": "some tree type"
                 *     }
                 */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The row as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreePath"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such row among the caller's; somebody else may have it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body does not fit; `detail` begins with the path of the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_users_user_profile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Number or Clerk id
                 * @example 42
                 */
                user: string;
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
                    "application/json": components["schemas"]["ShortProfile"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Nobody whom the caller may see has this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_users_me: {
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
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_users_me: {
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
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_users_me_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive */
            200: {
                headers: {
                    /** @description A name for the file */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": number[];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_auth_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It may pass */
            200: {
                headers: {
                    /** @description A token of ours with all that, for a minute; if there is a key */
                    "X-Auth-Identity"?: string;
                    /** @description The session at Clerk */
                    "X-Auth-Session-Id"?: string;
                    /** @description The id at Clerk */
                    "X-Auth-Subject"?: string;
                    /** @description The application's own id */
                    "X-Auth-User-Id"?: number;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not, or it cannot be told who it is */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests; see `Retry-After` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It could not be looked; see `Retry-After` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description A part does not answer, or the server is about to end */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    get_health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    get_health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They should */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description A part does not answer, or the server is about to end */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    get_user_onboarding_status: {
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
                    "application/json": components["schemas"]["Onboarding"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    get_user_profile: {
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
                    "application/json": components["schemas"]["UserProfile"];
                };
            };
            /** @description No session token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user may not: deactivated, not provisioned, or a write from a foreign page */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It cannot be told whose account this is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The user or their address asks too often; `Retry-After` says when to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Something that is needed did not answer; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_webhooks_clerk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The event, as Clerk sends it */
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Taken in, or of no concern here */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed with our secret, or not lately */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Of another Clerk instance */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description More than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Signed, but not an event that can be read */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not set up, or it could not be taken in; send it again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
}
