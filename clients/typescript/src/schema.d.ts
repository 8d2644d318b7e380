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
    "/api/v1/career-goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's goals, the newest first; only the active one unless asked otherwise. */
        get: operations["get_career_goals"];
        put?: never;
        /** Sets a goal, which is the active one from now on. The one that was active before is kept, inactive. */
        post: operations["post_career_goals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/career-goals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's goals. */
        get: operations["get_career_goals_id"];
        /** Changes what the body names. A goal that becomes active is the only active one. */
        put: operations["put_career_goals_id"];
        post?: never;
        /** Deletes a goal with its milestones. Points that these have earned stay. */
        delete: operations["delete_career_goals_id"];
        options?: never;
        head?: never;
        /** The same, by its proper name (RFC 7396). */
        patch: operations["patch_career_goals_id"];
        trace?: never;
    };
    "/api/v1/career-goals/{id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The milestones of a goal, by tier, then the surest first. */
        get: operations["get_career_goals_id_milestones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/career-goals/{id}/milestones/{milestone_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a milestone. Its points are earned once. */
        post: operations["post_career_goals_id_milestones_milestone_id_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/career-goals/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The active goal, with the progress that its milestones make. Reading changes nothing. */
        get: operations["get_career_goals_active"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/competence-tree/{graph_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tree of the caller's, as it was stored, with the states of its nodes. */
        get: operations["get_competence_tree_graph_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/competence-tree/anchor-skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The anchors of the caller's newest tree. */
        get: operations["get_competence_tree_anchor_skills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/competence-tree/node/{node_id}/complete": {
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
        /** Completes a node that is available, and opens what is behind it. Its points are earned once. */
        patch: operations["patch_competence_tree_node_node_id_complete"];
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
        /** Adds a course. Its category is told from name and description if it is left out. */
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
        /** Changes what the body names; `null` clears, but not the name. */
        put: operations["put_courses_id"];
        post?: never;
        /** Deletes a course with its insights and conversations; signals stay, without their course. */
        delete: operations["delete_courses_id"];
        options?: never;
        head?: never;
        /** The same, by its proper name (RFC 7396). */
        patch: operations["patch_courses_id"];
        trace?: never;
    };
    "/api/v1/courses/{id}/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The insights from a course, the newest first. */
        get: operations["get_courses_id_insights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/career-signals/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the caller's talents are going, from the newest 500 signals. Only one's own. */
        get: operations["get_courses_career_signals_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/psychological-profile/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller's courses say about them, from the newest 500 insights and signals. Only one's own. */
        get: operations["get_courses_psychological_profile_user"];
        put?: never;
        post?: never;
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
    "/api/v1/node-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's rows, the newest first. */
        get: operations["get_node_notes"];
        put?: never;
        /** Writes the note on an action, or puts it in the place of the one that is there. */
        post: operations["post_node_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/node-notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's rows. */
        get: operations["get_node_notes_id"];
        put?: never;
        post?: never;
        /** Deletes a note. */
        delete: operations["delete_node_notes_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/node-notes/node/{node_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's notes on a node, the newest first. */
        get: operations["get_node_notes_node_node_id"];
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
    "/api/v1/user-progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's points and level. Before anything was earned they are zero and 1; reading keeps nothing. */
        get: operations["get_user_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user-progress/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps which actions are done. Each earns 10 points when it is ticked for the first time, and never again. */
        post: operations["post_user_progress_update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        /** @description The active goal. */
        ActiveGoal: {
            goal?: components["schemas"]["Goal"] | null;
            /** @description For people. */
            message: string;
            /** @description Of the goal, by tier, then the surest first; 100 at most. */
            milestones: components["schemas"]["CareerMilestone"][];
        };
        /** @description A piece of advice. */
        Advice: {
            /** @description How soon to do it. */
            priority: components["schemas"]["Priority"];
            /**
             * @description The talent that it is about.
             * @example attention_to_detail
             */
            signal_type: string;
            /** @description One sentence. */
            text: string;
        };
        /** @description What somebody likes, as the insights have it. */
        Affinities: {
            /** @description Where the liking is their own. */
            authentic: Record<string, never>[];
            /** @description Where it is somebody else's wish. */
            forced: Record<string, never>[];
        };
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
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        CareerGoal: {
            /** Format: date-time */
            achieved_at?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            esco_occupation_id?: string | null;
            id: components["schemas"]["CareerGoalId"];
            is_active: boolean;
            oasis_code?: string | null;
            /** Format: double */
            progress_percentage: number;
            source?: string | null;
            source_metadata?: string | null;
            /** Format: date-time */
            target_date?: string | null;
            title: string;
            /** Format: date-time */
            updated_at?: string | null;
            /** Format: int64 */
            user_id: number;
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        CareerGoalId: number;
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        CareerMilestone: {
            /** Format: date-time */
            completed_at?: string | null;
            /** Format: double */
            confidence_score: number;
            /** Format: date-time */
            created_at?: string | null;
            /** Format: int64 */
            goal_id: number;
            id: components["schemas"]["CareerMilestoneId"];
            is_completed: boolean;
            skill_id: string;
            skill_name: string;
            /** Format: int64 */
            tier_level: number;
            xp_awarded: boolean;
            /** Format: int64 */
            xp_value: number;
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        CareerMilestoneId: number;
        /** @description A direction that fits strong talents. */
        CareerPath: {
            /** @description Ways to begin, two for each talent. */
            entry_points: components["schemas"]["EntryPoint"][];
            /**
             * @description What it is called.
             * @example Analysis and research
             */
            label: string;
            /** @description How well founded it is. */
            priority: components["schemas"]["Priority"];
            /**
             * @description The talents that it rests on: one, or two for the combined path.
             * @example [
             *       "analytical_thinking"
             *     ]
             */
            signal_types: string[];
            /**
             * Format: double
             * @description Their mean strength, 0 to 1.
             * @example 0.82
             */
            strength: number;
        };
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        CareerSignal: {
            /** Format: int64 */
            course_id?: number | null;
            /** Format: date-time */
            created_at?: string | null;
            esco_skill_mapping?: unknown;
            evidence_source: string;
            id: components["schemas"]["CareerSignalId"];
            pattern_metadata?: unknown;
            signal_type: string;
            /** Format: double */
            strength_score: number;
            trend_analysis?: unknown;
            /** Format: date-time */
            updated_at?: string | null;
            /** Format: int64 */
            user_id: number;
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        CareerSignalId: number;
        /** @description Where the caller's talents are going. */
        CareerSignals: {
            esco_tree_paths: components["schemas"]["CareerPath"][];
            /** @description Where the strengths of each kind go, by kind. */
            pattern_analysis: {
                [key: string]: components["schemas"]["Pattern"];
            };
            recommendations: components["schemas"]["Advice"][];
            /** @description The newest first. */
            signals: components["schemas"]["CareerSignal"][];
            trend_indicators: components["schemas"]["Trend"][];
            /** Format: int64 */
            user_id: number;
        };
        /** @description How somebody thinks: each the confidence of the insights that mention it, as a share of all of the kind, 0 to 1. */
        CognitivePreferences: {
            /**
             * Format: double
             * @description By taking apart. `null` without insights.
             * @example 0.45
             */
            analytical?: number | null;
            /**
             * Format: double
             * @description By making up. `null` without insights.
             * @example 0.2
             */
            creative?: number | null;
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
        /** @description What completing a milestone brought. */
        CompletedMilestone: {
            /** @description Whether the goal is achieved, now or before. */
            goal_achieved: boolean;
            /**
             * Format: double
             * @description Of the goal, in percent.
             * @example 25
             */
            goal_progress: number;
            /** @description For people. */
            message: string;
            /**
             * Format: int32
             * @description Points, added to the caller's; 0 if it was completed before.
             * @example 100
             */
            xp_awarded: number;
        };
        /** @description What completing a node brought. */
        CompletedNode: {
            /**
             * @description How many nodes it opened.
             * @example 1
             */
            children_revealed: number;
            /**
             * Format: int64
             * @description The level that they make.
             * @example 2
             */
            level: number;
            /** @description For people. */
            message: string;
            /** @description Always. */
            success: boolean;
            /**
             * Format: int64
             * @description All points of the caller.
             * @example 60
             */
            total_xp: number;
            /**
             * Format: int32
             * @description Points; 0 if it was completed before.
             * @example 25
             */
            xp_earned: number;
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
        /** @description A talent to work on. */
        DevelopmentArea: {
            /**
             * Format: double
             * @description How much it matters in most work, 0 to 1. Our own judgement.
             * @example 0.75
             */
            impact: number;
            /** @description How soon to do it. */
            priority: components["schemas"]["Priority"];
            /**
             * @description The talent.
             * @example stress_tolerance
             */
            signal_type: string;
            /**
             * Format: double
             * @description Its mean strength, 0.3 to 0.7.
             * @example 0.44
             */
            strength: number;
        };
        /**
         * @description Where the strengths of a kind go.
         * @enum {string}
         */
        Direction: "increasing" | "stable" | "declining";
        /** @description Where talents could lead. */
        Directions: {
            career_paths: components["schemas"]["CareerPath"][];
            development_areas: components["schemas"]["DevelopmentArea"][];
        };
        /** @description A sentence that says what was done. */
        Done: {
            /** @description For people. */
            message: string;
        };
        /**
         * @description How far in somebody can start.
         * @enum {string}
         */
        EntryLevel: "beginner" | "intermediate";
        /** @description A way to begin. */
        EntryPoint: {
            /**
             * @description What to learn.
             * @example statistics
             */
            label: string;
            /** @description How far in to start. */
            level: components["schemas"]["EntryLevel"];
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
        /** @description A goal. */
        Goal: components["schemas"]["CareerGoal"] & {
            /**
             * Format: int32
             * @description How many of them are completed.
             * @example 3
             */
            completed_milestones: number;
            /**
             * Format: int32
             * @description How many milestones it has.
             * @example 12
             */
            milestones_count: number;
        };
        /**
         * @description A change of a goal. What is left out stays; `null` clears where it may.
         * @example {
         *       "is_active": true,
         *       "title": "Become a midwife"
         *     }
         */
        GoalChange: {
            description?: string | null;
            /** @description `true` makes every other goal inactive. */
            is_active?: boolean | null;
            /** Format: date-time */
            target_date?: string | null;
            title?: components["schemas"]["Words"] | null;
        };
        /** @description A goal, and a sentence about it. */
        GoalMade: {
            goal: components["schemas"]["Goal"];
            /** @description For people. */
            message: string;
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
        /**
         * @description A new goal. One of the two codes has to be there.
         * @example {
         *       "oasis_code": "31301.00",
         *       "target_date": "2030-01-31T12:00:00Z",
         *       "title": "Become a nurse"
         *     }
         */
        NewGoal: {
            description?: components["schemas"]["Text"] | null;
            esco_occupation_id?: components["schemas"]["Text"] | null;
            oasis_code?: components["schemas"]["Text"] | null;
            source?: components["schemas"]["Text"] | null;
            /** @description Whatever belongs to the source, at most 10,000 characters. */
            source_metadata?: Record<string, never> | null;
            /**
             * Format: date-time
             * @description When to reach it; a year from now if left out.
             */
            target_date?: string | null;
            title: components["schemas"]["Words"];
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
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        NodeNote: {
            /** Format: int64 */
            action_index: number;
            id: components["schemas"]["NodeNoteId"];
            node_id: string;
            note_text: string;
            /** Format: date-time */
            updated_at?: string | null;
            /** Format: int64 */
            user_id: number;
        };
        /** @description What a client may write. */
        NodeNoteDraft: {
            action_index: components["schemas"]["Whole"];
            node_id: components["schemas"]["Words"];
            note_text: components["schemas"]["Words"];
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        NodeNoteId: number;
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
        /** @description The strengths of a kind in the order of time. */
        Pattern: {
            /**
             * @description How many there are.
             * @example 3
             */
            count: number;
            /** @description Where they go. */
            direction: components["schemas"]["Direction"];
            /**
             * Format: double
             * @description By how much each is above the one before, by least squares; `null` with fewer than three.
             * @example 0.15
             */
            slope?: number | null;
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
        /**
         * @description How soon something is worth doing.
         * @enum {string}
         */
        Priority: "high" | "medium" | "low";
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
        /** @description What insights and signals come to. */
        ProfileSummary: components["schemas"]["Summary"] & {
            career_readiness: components["schemas"]["Readiness"];
        };
        /**
         * @description What the caller has done.
         * @example {
         *       "completed_actions": {
         *         "skill-12": [
         *           true,
         *           false
         *         ]
         *       },
         *       "node_id": "skill-12"
         *     }
         */
        ProgressUpdate: {
            /** @description For each node whether each of its actions is done, 20 actions at most. `false` takes nothing back. */
            completed_actions?: {
                [key: string]: boolean[];
            } | null;
            /** @description The node that this is about, 1 to 100 characters. */
            node_id: string;
            /**
             * Format: int64
             * @deprecated
             * @description Taken for the sake of older clients, and passed over: points come from our own rules.
             */
            xp_gained?: number | null;
        };
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        PsychologicalInsight: {
            /** Format: double */
            confidence_score?: number | null;
            /** Format: int64 */
            course_id: number;
            /** Format: date-time */
            created_at?: string | null;
            esco_mapping?: unknown;
            evidence_source?: string | null;
            /** Format: date-time */
            extracted_at?: string | null;
            id: components["schemas"]["PsychologicalInsightId"];
            insight_type: string;
            insight_value: unknown;
            /** Format: date-time */
            updated_at?: string | null;
            /** Format: int64 */
            user_id: number;
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        PsychologicalInsightId: number;
        /** @description What the caller's courses say about them. */
        PsychologicalProfile: {
            /** @description The newest first. */
            career_signals: components["schemas"]["CareerSignal"][];
            /**
             * Format: double
             * @description 0 without insights, at most 0.9.
             * @example 0.7
             */
            confidence_score: number;
            esco_recommendations: components["schemas"]["Directions"];
            /** @description The insights of each course, by its key. */
            insights_by_course: {
                [key: string]: components["schemas"]["PsychologicalInsight"][];
            };
            /**
             * Format: date-time
             * @description When the last insight or signal came.
             */
            last_updated?: string | null;
            profile_summary: components["schemas"]["ProfileSummary"];
            /** Format: int64 */
            user_id: number;
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
        /** @description How ready somebody is, from 0 to 1. */
        Readiness: {
            /**
             * @description The mean strength of each kind.
             * @example {
             *       "analytical_thinking": 0.8,
             *       "stress_tolerance": 0.44
             *     }
             */
            by_type: {
                [key: string]: number;
            };
            /**
             * @description The other kinds with less than 0.6, strongest first.
             * @example [
             *       "stress_tolerance"
             *     ]
             */
            developing: string[];
            /**
             * Format: double
             * @description The mean over all kinds; `null` without signals.
             * @example 0.62
             */
            overall?: number | null;
            /**
             * @description The kinds in the upper half with at least 0.6, strongest first.
             * @example [
             *       "analytical_thinking"
             *     ]
             */
            strongest: string[];
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
        /** @description What insights come to. */
        Summary: {
            /** @description How somebody thinks, from insights of the kind `cognitive_preference`. */
            cognitive_preferences: components["schemas"]["CognitivePreferences"];
            /**
             * @description How many there are.
             * @example 4
             */
            insights: number;
            /** @description What somebody likes, from insights of the kind `subject_affinity`. */
            subject_affinities: components["schemas"]["Affinities"];
            /** @description How somebody works, from insights of the kind `work_style`. */
            work_style: components["schemas"]["WorkStyle"];
        };
        Text: string;
        /** @description What a tree grew from. */
        TreeAnchors: {
            /**
             * @description The anchors, as they were stored with the tree.
             * @example [
             *       {
             *         "esco_label": "weave fabrics",
             *         "id": "skill-1"
             *       }
             *     ]
             */
            anchor_skills: Record<string, never>[];
            /**
             * @description The tree; `null` if there is none.
             * @example 6f9619ff-8b86-4d01-b42d-00cf4fc964ff
             */
            graph_id?: string | null;
            /** @description For people. */
            message: string;
        };
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
        /** @description How a kind has changed. */
        Trend: {
            /**
             * Format: double
             * @description The last strength less the first.
             * @example -0.25
             */
            change: number;
            /**
             * @description The kind.
             * @example analytical_thinking
             */
            signal_type: string;
            /**
             * Format: double
             * @description 1 for no change, 0 for the greatest.
             * @example 0.75
             */
            stability: number;
            /** @description Where it goes. */
            trend: components["schemas"]["TrendKind"];
        };
        /**
         * @description What the last signal of a kind says beside the first.
         * @enum {string}
         */
        TrendKind: "emerging" | "stable" | "declining";
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
        /** @description How far the caller has come. */
        UserProgress: {
            /**
             * @description For each node whether each of its actions is done.
             * @example {
             *       "skill-12": [
             *         true,
             *         false
             *       ]
             *     }
             */
            completed_actions: {
                [key: string]: boolean[];
            };
            /**
             * @description A UUID; `null` until there is something to keep.
             * @example 6f9619ff-8b86-4d01-b42d-00cf4fc964ff
             */
            id?: string | null;
            /** @example skill-12 */
            last_completed_node?: string | null;
            /** Format: date-time */
            last_updated?: string | null;
            /**
             * Format: int64
             * @description 1 up to 50 points, 2 up to 150, 3 up to 300, 4 up to 500, 5 up to 750, then 6.
             * @example 2
             */
            level: number;
            /**
             * Format: int64
             * @description All points.
             * @example 60
             */
            total_xp: number;
            /** Format: int64 */
            user_id: number;
        };
        /** @description Whether others find a user. */
        Visibility: {
            /** @description `false` hides: no suggestion, no profile, no message from anybody whom the user has not written to. */
            discoverable: boolean;
        };
        Whole: number;
        Words: string;
        /** @description How somebody works. */
        WorkStyle: {
            /**
             * Format: double
             * @description 0 for alone, 1 for together, 0.5 for neither; `null` without insights.
             * @example 0.7
             */
            collaboration?: number | null;
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
    get_career_goals: {
        parameters: {
            query?: {
                /** @description Begins behind the goal with this key. */
                after?: number;
                /** @description Also those that are not active. */
                include_inactive?: boolean;
                /** @description At most so many; 50 unless said. */
                limit?: number;
                /** @description Leaves so many out; `after` costs less. */
                offset?: number;
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
                    "application/json": components["schemas"]["Goal"][];
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
    post_career_goals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGoal"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description The address of the goal */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalMade"];
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
    get_career_goals_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the goal
                 * @example 7
                 */
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
                    "application/json": components["schemas"]["Goal"];
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
    put_career_goals_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the goal
                 * @example 7
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
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
    delete_career_goals_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the goal
                 * @example 7
                 */
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
    patch_career_goals_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the goal
                 * @example 7
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
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
    get_career_goals_id_milestones: {
        parameters: {
            query?: {
                /** @description Begins behind the milestone with this key. */
                after?: number;
                /** @description Only those that are completed. */
                completed_only?: boolean;
                /** @description At most so many; 50 unless said. */
                limit?: number;
                /** @description Leaves so many out; `after` costs less. */
                offset?: number;
                /** @description Only those of one tier. */
                tier_level?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The key of the goal
                 * @example 7
                 */
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
                    "application/json": components["schemas"]["CareerMilestone"][];
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
    post_career_goals_id_milestones_milestone_id_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the goal
                 * @example 7
                 */
                id: string;
                /**
                 * @description The key of the milestone
                 * @example 12
                 */
                milestone_id: string;
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
                    "application/json": components["schemas"]["CompletedMilestone"];
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
    get_career_goals_active: {
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
                    "application/json": components["schemas"]["ActiveGoal"];
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
    get_competence_tree_graph_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tree
                 * @example 6f9619ff-8b86-4d01-b42d-00cf4fc964ff
                 */
                graph_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `nodes`, `edges` and what else was stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "edges": [
                     *         {
                     *           "source": "skill-1",
                     *           "target": "skill-2"
                     *         }
                     *       ],
                     *       "graph_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                     *       "nodes": [
                     *         {
                     *           "id": "skill-1",
                     *           "label": "weave fabrics",
                     *           "state": "available",
                     *           "xp_reward": 25
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": Record<string, never>;
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
    get_competence_tree_anchor_skills: {
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
                    "application/json": components["schemas"]["TreeAnchors"];
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
    patch_competence_tree_node_node_id_complete: {
        parameters: {
            query?: {
                /** @description Only in this tree; all of them unless said. */
                graph_id?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The node, as its tree calls it
                 * @example skill-12
                 */
                node_id: string;
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
                    "application/json": components["schemas"]["CompletedNode"];
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
            /** @description It is locked or hidden; or it cannot be told whose account this is */
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
                 *       "course_name": "Linear algebra",
                 *       "semester": "fall",
                 *       "year": 2024
                 *     }
                 */
                "application/json": components["schemas"]["CourseDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description The address of the course */
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
                /**
                 * @description The key of the course
                 * @example 7
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `CourseDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grade": "A-"
                 *     }
                 */
                "application/json": Record<string, never>;
            };
        };
        responses: {
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
                /**
                 * @description The key of the course
                 * @example 7
                 */
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
                /**
                 * @description The key of the course
                 * @example 7
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `CourseDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grade": null
                 *     }
                 */
                "application/json": Record<string, never>;
            };
        };
        responses: {
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
    get_courses_id_insights: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: number;
                /** @description At most so many rows; 50 unless said. */
                limit?: number;
                /** @description Leaves so many rows out; `after` costs less. */
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The key of the course
                 * @example 7
                 */
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
                    "application/json": components["schemas"]["PsychologicalInsight"][];
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
    get_courses_career_signals_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The caller's own number or Clerk id
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
                    "application/json": components["schemas"]["CareerSignals"];
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
    get_courses_psychological_profile_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The caller's own number or Clerk id
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
                    "application/json": components["schemas"]["PsychologicalProfile"];
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
    get_node_notes: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: string;
                /** @description At most so many rows; 50 unless said. */
                limit?: number;
                /** @description Only rows that hold this. */
                node_id?: string;
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
                    "application/json": components["schemas"]["NodeNote"][];
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
    post_node_notes: {
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
                 *       "action_index": 0,
                 *       "node_id": "skill-12",
                 *       "note_text": "Ask at the library."
                 *     }
                 */
                "application/json": components["schemas"]["NodeNoteDraft"];
            };
        };
        responses: {
            /** @description There was a note, which holds this text now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeNote"];
                };
            };
            201: {
                headers: {
                    /** @description The address of the note */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeNote"];
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
    get_node_notes_id: {
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
                    "application/json": components["schemas"]["NodeNote"];
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
    delete_node_notes_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the note
                 * @example 7
                 */
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
    get_node_notes_node_node_id: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: number;
                /** @description At most so many rows; 50 unless said. */
                limit?: number;
                /** @description Leaves so many rows out; `after` costs less. */
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The node, as its tree calls it
                 * @example skill-12
                 */
                node_id: string;
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
                    "application/json": components["schemas"]["NodeNote"][];
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
    get_user_progress: {
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
                    "application/json": components["schemas"]["UserProgress"];
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
    post_user_progress_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgressUpdate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProgress"];
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
