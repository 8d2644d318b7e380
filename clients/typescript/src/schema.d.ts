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
    "/api/v1/avatar/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's avatar. */
        get: operations["get_avatar_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/careers/fit-analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How well something that the caller has put aside fits how they rate themselves. */
        post: operations["post_careers_fit_analysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/careers/saved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Occupations and jobs that the caller has put aside: first the occupations, then the jobs, the last saved first in
         *     each. Pages are those of `/space/recommendations` and `/jobs/saved`.
         */
        get: operations["get_careers_saved"];
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
    "/api/v1/insight/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text about the caller. */
        get: operations["get_insight_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/save": {
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
        /** Puts the caller's own words in the place of the text. The preview is their beginning. */
        patch: operations["patch_insight_save"];
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A job that the caller has put aside. */
        get: operations["get_jobs_id"];
        put?: never;
        post?: never;
        /** Forgets a saved job. */
        delete: operations["delete_jobs_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a job aside; if that was done before, the row stays as it is. */
        post: operations["post_jobs_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/saved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The jobs that the caller has put aside, the last first. */
        get: operations["get_jobs_saved"];
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
    "/api/v1/onboarding/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stores what is not stored yet, ends the sitting and marks onboarding as finished. */
        post: operations["post_onboarding_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest profile that the older application stored at onboarding. */
        get: operations["get_onboarding_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes sittings, answers and profiles of onboarding, and clears the mark. Results of the personality test stay. */
        delete: operations["delete_onboarding_reset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding/response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stores an answer in the place of the one before to the same question. Begins a sitting if there is none. */
        post: operations["post_onboarding_response"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The answers of the newest sitting, in the order in which they were first given. */
        get: operations["get_onboarding_responses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks onboarding as finished, without answers and so without a profile. */
        post: operations["post_onboarding_skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a sitting: 201, or 200 with the one that is under way. */
        post: operations["post_onboarding_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the caller is. */
        get: operations["get_onboarding_status"];
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
    "/api/v1/recommendations/swipe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps to which side an occupation was swiped. Once for each: another swipe changes it. What is swiped to the right
         *     is put aside, too, and stays so.
         */
        post: operations["post_recommendations_swipe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reflection/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The questions, in the order in which they are asked. */
        get: operations["get_reflection_questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reflection/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's answers, in the order in which they were first given. */
        get: operations["get_reflection_responses"];
        put?: never;
        /** Stores an answer in the place of the one before: 201 for the first to a question, 200 for another. */
        post: operations["post_reflection_responses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reflection/responses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for the user who is named, who has to be the caller. */
        get: operations["get_reflection_responses_id"];
        /** Changes an answer. */
        put: operations["put_reflection_responses_id"];
        post?: never;
        /** Deletes an answer. */
        delete: operations["delete_reflection_responses_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reflection/responses/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stores several answers in one step. */
        post: operations["post_reflection_responses_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school-programs/users/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's rows, in the order of their keys. */
        get: operations["get_school_programs_users_interactions"];
        put?: never;
        /** Makes a row. */
        post: operations["post_school_programs_users_interactions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school-programs/users/interactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's rows. */
        get: operations["get_school_programs_users_interactions_id"];
        /** Changes what the body names (RFC 7396); `null` clears. */
        put: operations["put_school_programs_users_interactions_id"];
        post?: never;
        /** Deletes a row, and what is a part of it. */
        delete: operations["delete_school_programs_users_interactions_id"];
        options?: never;
        head?: never;
        /** Changes what the body names (RFC 7396); `null` clears. */
        patch: operations["patch_school_programs_users_interactions_id"];
        trace?: never;
    };
    "/api/v1/school-programs/users/saved-programs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's rows, in the order of their keys. */
        get: operations["get_school_programs_users_saved_programs"];
        put?: never;
        /** Makes a row. */
        post: operations["post_school_programs_users_saved_programs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school-programs/users/saved-programs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's rows. */
        get: operations["get_school_programs_users_saved_programs_id"];
        /** Changes what the body names (RFC 7396); `null` clears. */
        put: operations["put_school_programs_users_saved_programs_id"];
        post?: never;
        /** Deletes a row, and what is a part of it. */
        delete: operations["delete_school_programs_users_saved_programs_id"];
        options?: never;
        head?: never;
        /** Changes what the body names (RFC 7396); `null` clears. */
        patch: operations["patch_school_programs_users_saved_programs_id"];
        trace?: never;
    };
    "/api/v1/space/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's rows, the newest first. */
        get: operations["get_space_notes"];
        put?: never;
        /** Makes a row. */
        post: operations["post_space_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/space/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's rows. */
        get: operations["get_space_notes_id"];
        /** Changes what the body names (RFC 7396); `null` clears. */
        put: operations["put_space_notes_id"];
        post?: never;
        /** Deletes a row, and what is a part of it. */
        delete: operations["delete_space_notes_id"];
        options?: never;
        head?: never;
        /** Changes what the body names (RFC 7396); `null` clears. */
        patch: operations["patch_space_notes_id"];
        trace?: never;
    };
    "/api/v1/space/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller has put aside, the last first. */
        get: operations["get_space_recommendations"];
        put?: never;
        /** Puts an occupation aside. */
        post: operations["post_space_recommendations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/space/recommendations/{identifier}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A saved occupation. */
        get: operations["get_space_recommendations_identifier"];
        put?: never;
        post?: never;
        /** Deletes a saved occupation, and the caller's notes about it. */
        delete: operations["delete_space_recommendations_identifier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/space/recommendations/{identifier}/skill-comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The five skills of the caller beside what an occupation that they have put aside asks for. */
        get: operations["get_space_recommendations_identifier_skill_comparison"];
        put?: never;
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
    "/api/v1/tests/hexaco/my-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's newest result of the HEXACO test; `null` if there is none. What the onboarding of the older application
         *     stored is no result of the test.
         */
        get: operations["get_tests_hexaco_my_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tests/hexaco/profile/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for the user who is named, who has to be the caller. */
        get: operations["get_tests_hexaco_profile_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tests/hexaco/progress/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a sitting of the caller's is. */
        get: operations["get_tests_hexaco_progress_session_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tests/holland": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Holland test that is in use. */
        get: operations["get_tests_holland"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tests/holland/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stores an answer in the place of the one before to the same question. */
        post: operations["post_tests_holland_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tests/holland/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The questions of the Holland test that is in use, by chapter; none if there is no test. */
        get: operations["get_tests_holland_questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tests/holland/score/{attempt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scores of an attempt of the caller's, which are kept as its result. */
        get: operations["get_tests_holland_score_attempt_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tests/holland/user-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's newest result; for users without one all zeros and an empty code, which is what today's client expects. */
        get: operations["get_tests_holland_user_results"];
        put?: never;
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
    "/api/v1/vector/search/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts an occupation aside that a search has found; 200 if that was done before. */
        post: operations["post_vector_search_save"];
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
        /** @description An answer as it is stored. */
        Answer: {
            question: string;
            questionId: string;
            response: string;
            /** Format: date-time */
            timestamp?: string | null;
        };
        /** @description How many questions are answered. */
        Answered: {
            message: string;
            /**
             * Format: int64
             * @example 3
             */
            progress: number;
            /**
             * Format: int64
             * @example 9
             */
            total: number;
        };
        /** @description What may be changed in an answer; `null` clears, what is left out stays. */
        AnswerPatch: {
            response?: components["schemas"]["Text"] | null;
            response_time_ms?: components["schemas"]["Whole"] | null;
        };
        /** @description The newest sitting. */
        Answers: {
            /** @description `in_progress` or `completed`; `null` if none was begun. */
            assessment_status?: string | null;
            completed_items: number;
            responses: components["schemas"]["Answer"][];
            /** Format: int64 */
            total_items: number;
        };
        /** @description A question. */
        AskedQuestion: {
            /** @example energy */
            category: string;
            /**
             * Format: int64
             * @example 101
             */
            id: number;
            /** @example After which kinds of work do you have more energy than before? */
            question: string;
        };
        /** @description Several answers. */
        Batch: {
            /** @description Each question once. */
            responses: components["schemas"]["NewAnswer"][];
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
        Bounded: number;
        /** @description Key of something saved: a number for an occupation, `job_7` for a job. */
        CareerKey: number | string;
        /** @description How the user and the occupation are rated in one skill. */
        Compared: {
            /** Format: double */
            role_skill?: number | null;
            /** Format: double */
            user_skill?: number | null;
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
        /** @description What became of the sitting. */
        Completed: {
            /**
             * Format: int64
             * @description Key of the sitting; `null` after skipping.
             * @example 7
             */
            assessment_id?: number | null;
            message: string;
            /** @description Never: profiles come from the personality test only. */
            profile_created: boolean;
        };
        /** @description What ends a sitting. */
        Completion: {
            /**
             * @description What the client has computed. Not kept: no rule of ours makes a personality of texts, and a client is not
             *     believed about one.
             */
            psychProfile?: Record<string, never> | null;
            /** @description Answers, also those that are stored already. */
            responses: components["schemas"]["NewAnswer"][];
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
        /** @description How well something fits the caller. */
        FitAnalysis: {
            /**
             * Format: double
             * @description 0 to 100, two digits.
             * @example 82.5
             */
            fit_score: number;
            gap_analysis: components["schemas"]["GapAnalysis"];
            recommendations: string[];
            /** @description By name; only what both have rated. */
            skill_match: {
                [key: string]: components["schemas"]["SkillMatch"];
            };
            /** @description The same for the cognitive traits. */
            trait_match: {
                [key: string]: components["schemas"]["SkillMatch"];
            };
        };
        /** @description What to compare with. */
        FitQuestion: {
            /** @description Its `id` in `/careers/saved`, or its code. */
            job_id: components["schemas"]["CareerKey"];
            job_source: components["schemas"]["JobSource"];
        };
        /** @description Skills and traits by what their match means. */
        GapAnalysis: {
            /** @description Between the others. */
            improvement_areas: components["schemas"]["SkillMatch"][];
            /** @description Below 70 %. */
            skill_gaps: components["schemas"]["SkillMatch"][];
            /** @description From 90 % on. */
            strength_areas: components["schemas"]["SkillMatch"][];
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
        /** @description How far a sitting is. */
        HexacoProgress: {
            /** @example hexaco_60_en */
            assessment_version: string;
            /** Format: int64 */
            completed_items: number;
            /**
             * Format: double
             * @description 0 to 100, one digit; `null` if the number of items was not kept.
             */
            progress_percentage?: number | null;
            /** @example in_progress */
            status: string;
            /** Format: int64 */
            total_items?: number | null;
        };
        /** @description The result of the HEXACO test. */
        HexacoResult: {
            assessment_version?: string | null;
            /**
             * Format: double
             * @description 0 to 1; `null` if it was not kept.
             */
            completion_rate?: number | null;
            /** Format: date-time */
            computed_at?: string | null;
            /** @description By domain, 1 to 5. */
            domains: {
                [key: string]: number;
            };
            /** @description By facet, 1 to 5. */
            facets: {
                [key: string]: number;
            };
            narrative_description?: string | null;
            /** @description By name, as the older application stored them: the scores on another scale, no comparison with other people. */
            percentiles: {
                [key: string]: number;
            };
            /** @description By name, as the older application stored them; not measured. */
            reliability: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description `null` if it was not kept.
             */
            total_responses?: number | null;
        };
        /** @description An answer. */
        HollandAnswer: {
            /** @description Letters, digits, `-` and `_`; the client's choice, such as a UUID. The attempt is whose who answers first in it. */
            attempt_id: components["schemas"]["Words"];
            /**
             * Format: int64
             * @example 5
             */
            choice_id: number;
            /**
             * Format: int64
             * @example 3
             */
            question_id: number;
        };
        /** @description What became of an answer. */
        HollandAnswered: {
            /** @description Key of the answer. */
            id: string;
            message: string;
        };
        /** @description What can be chosen. What it counts for stays with us. */
        HollandChoice: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            question_id: number;
            /** Format: int64 */
            sort_idx?: number | null;
            title?: string | null;
        };
        /** @description A question of the Holland test. */
        HollandQuestion: {
            /** Format: int64 */
            chapter_number?: number | null;
            choices: components["schemas"]["HollandChoice"][];
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            sort_idx?: number | null;
            title?: string | null;
        };
        /** @description Scores of the Holland test. */
        HollandScore: {
            /** Format: double */
            a_score: number;
            /** Format: double */
            c_score: number;
            /** Format: double */
            e_score: number;
            /** Format: double */
            i_score: number;
            personality_description?: string | null;
            /** Format: double */
            r_score: number;
            /** Format: double */
            s_score: number;
            /**
             * @description The three highest; empty for users without a result.
             * @example RIA
             */
            top_3_code: string;
        };
        /** @description The Holland test that is in use. */
        HollandTest: {
            active: boolean;
            /** Format: int64 */
            chapter_count?: number | null;
            description?: string | null;
            /** Format: int64 */
            id: number;
            image_url?: string | null;
            /** Format: int64 */
            question_count?: number | null;
            seo_code?: string | null;
            title?: string | null;
            video_url?: string | null;
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
        /** @description A text about the caller. */
        Insight: {
            /** @description All of it. */
            full_text: string;
            /** @description What would follow from agreeing. */
            if_you_accept: string;
            /** @description The beginning. */
            preview: string;
        };
        /** @description A page of saved jobs. */
        JobPage: {
            jobs: components["schemas"]["StoredJob"][];
            /**
             * Format: int64
             * @description How many there are on all pages.
             */
            total: number;
        };
        /**
         * @description The kind of something saved. The names are those that today's client knows, which has them the wrong way round.
         * @enum {string}
         */
        JobSource: "esco" | "oasis";
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
        /** @description A saved occupation with everything that belongs to it. */
        ListedRecommendation: components["schemas"]["SavedRecommendation"] & components["schemas"]["UserTraits"] & {
            /** @description The newest first, at most 100; the others are at `/space/notes`. */
            notes: components["schemas"]["UserNote"][];
            skill_comparison?: components["schemas"]["SkillComparison"] | null;
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
        /** @description An answer to a question that the client has asked. */
        NewAnswer: {
            /** @description The question as it was asked. */
            question: components["schemas"]["Text"];
            /** @description The client's name for the question. */
            questionId: components["schemas"]["Words"];
            response: components["schemas"]["Text"];
            /**
             * Format: date-time
             * @description By the client's clock.
             */
            timestamp?: string | null;
        };
        /** @description A job as a client describes it. */
        NewJob: {
            discovery_source?: components["schemas"]["Text"] | null;
            /** @description Its ESCO id; each may be put aside once. */
            esco_id: components["schemas"]["Words"];
            job_title: components["schemas"]["Words"];
            /** @description An object. */
            metadata?: Record<string, never> | null;
            relevance_score?: components["schemas"]["Bounded"] | null;
            /** @description Names, or objects with `name` and `level`. */
            skills_required?: components["schemas"]["Json"][];
            /** Format: uuid */
            tree_graph_id?: string | null;
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
        /** @description An occupation as a client describes it, with what it asks for, from 0 to 5. */
        Occupation: {
            adaptability?: components["schemas"]["Bounded"] | null;
            all_fields?: components["schemas"]["Json"] | null;
            analytical_thinking?: components["schemas"]["Bounded"] | null;
            attention_to_detail?: components["schemas"]["Bounded"] | null;
            collaboration?: components["schemas"]["Bounded"] | null;
            decision_making?: components["schemas"]["Bounded"] | null;
            description?: components["schemas"]["Text"] | null;
            evaluation?: components["schemas"]["Bounded"] | null;
            independence?: components["schemas"]["Bounded"] | null;
            /** @description What it is called. */
            label: components["schemas"]["Words"];
            main_duties?: components["schemas"]["Text"] | null;
            /** @description Its code; each may be put aside once. */
            oasis_code: components["schemas"]["Words"];
            role_creativity?: components["schemas"]["Bounded"] | null;
            role_critical_thinking?: components["schemas"]["Bounded"] | null;
            role_digital_literacy?: components["schemas"]["Bounded"] | null;
            role_leadership?: components["schemas"]["Bounded"] | null;
            role_problem_solving?: components["schemas"]["Bounded"] | null;
            stress_tolerance?: components["schemas"]["Bounded"] | null;
        };
        /** @description Whether onboarding is finished. */
        Onboarding: {
            /** @description The flag is set, or there is a personality profile. */
            onboarding_completed: boolean;
        };
        /** @description The caller's avatar. */
        OwnAvatar: {
            avatar_description?: string | null;
            avatar_image_url?: string | null;
            avatar_name?: string | null;
            message: string;
            /** @description Whether there is one; today's client looks here, not at the status. */
            success: boolean;
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
        /** @description The caller's own words. */
        OwnWords: {
            philosophical_text: components["schemas"]["Words"];
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
        /** @description Something that was put aside. */
        SavedCareer: {
            description?: string | null;
            /** @description Of a job. */
            esco_id?: string | null;
            id: components["schemas"]["CareerKey"];
            main_duties?: string | null;
            /** @description Of an occupation. */
            oasis_code?: string | null;
            /** Format: double */
            relevance_score?: number | null;
            /** Format: date-time */
            saved_at?: string | null;
            skills_required: unknown[];
            source_type: components["schemas"]["JobSource"];
            title: string;
        };
        /** @description Where a found occupation was put. */
        SavedFromSearch: {
            /**
             * Format: int64
             * @description Key of the saved occupation.
             * @example 7
             */
            id: number;
            message: string;
        };
        /** @description A saved job, and whether it was saved before. */
        SavedJob: components["schemas"]["StoredJob"] & {
            already_saved: boolean;
        };
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        SavedRecommendation: {
            /** Format: double */
            adaptability?: number | null;
            all_fields?: unknown;
            /** Format: double */
            analytical_thinking?: number | null;
            /** Format: double */
            attention_to_detail?: number | null;
            /** Format: double */
            collaboration?: number | null;
            component_data?: unknown;
            component_type?: string | null;
            /** Format: int64 */
            conversation_id?: number | null;
            /** Format: double */
            decision_making?: number | null;
            description?: string | null;
            entry_qualifications?: string | null;
            /** Format: double */
            evaluation?: number | null;
            id: components["schemas"]["SavedRecommendationId"];
            /** Format: double */
            independence?: number | null;
            interaction_metadata?: unknown;
            label: string;
            main_duties?: string | null;
            oasis_code: string;
            personal_analysis?: string | null;
            /** Format: double */
            role_creativity?: number | null;
            /** Format: double */
            role_critical_thinking?: number | null;
            /** Format: double */
            role_digital_literacy?: number | null;
            /** Format: double */
            role_leadership?: number | null;
            /** Format: double */
            role_problem_solving?: number | null;
            /** Format: date-time */
            saved_at?: string | null;
            source_tool?: string | null;
            /** Format: double */
            stress_tolerance?: number | null;
            suggested_improvements?: string | null;
            /** Format: int64 */
            user_id: number;
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        SavedRecommendationId: number;
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
        /** @description The same in each of the five skills. */
        SkillComparison: {
            creativity: components["schemas"]["Compared"];
            critical_thinking: components["schemas"]["Compared"];
            digital_literacy: components["schemas"]["Compared"];
            leadership: components["schemas"]["Compared"];
            problem_solving: components["schemas"]["Compared"];
        };
        /** @description What one has of what is asked for in one skill. */
        SkillMatch: {
            /**
             * Format: double
             * @description 0 to 100.
             * @example 75
             */
            match_percentage: number;
            /**
             * Format: double
             * @example 4
             */
            required_level: number;
            /** @example creativity */
            skill_name: string;
            /**
             * Format: double
             * @example 3
             */
            user_level: number;
        };
        /** @description The sitting that is under way. */
        Started: {
            message: string;
            /** @example 6f9619ff-8b86-4d01-b42d-00cf4fc964ff */
            session_id: string;
        };
        /** @description How far the caller is. */
        Status: {
            /** Format: date-time */
            completedAt?: string | null;
            /**
             * Format: int64
             * @description The number of the question that comes next, from 1; while a sitting is under way.
             */
            currentStep?: number | null;
            hasStarted: boolean;
            /** @description By the flag, or by having a personality profile. */
            isComplete: boolean;
        };
        /** @description What became of several answers. */
        Stored: {
            responses: components["schemas"]["StrengthsReflectionResponse"][];
            /** @description Numbers for which there is no question; nothing was stored for them. */
            unknown_question_ids: number[];
        };
        /** @description A saved job. */
        StoredJob: {
            discovery_source: string;
            esco_id: string;
            /**
             * Format: int64
             * @example 7
             */
            id: number;
            job_title: string;
            metadata: Record<string, never>;
            /** Format: double */
            relevance_score?: number | null;
            /** Format: date-time */
            saved_at?: string | null;
            skills_required: unknown[];
            tree_graph_id?: string | null;
            /** Format: int64 */
            user_id: number;
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
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        StrengthsReflectionResponse: {
            /** Format: date-time */
            created_at?: string | null;
            id: components["schemas"]["StrengthsReflectionResponseId"];
            prompt_text: string;
            /** Format: int64 */
            question_id: number;
            response?: string | null;
            /** Format: int64 */
            response_time_ms?: number | null;
            /** Format: date-time */
            updated_at?: string | null;
            /** Format: int64 */
            user_id: number;
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        StrengthsReflectionResponseId: number;
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
        /** @description What became of a swipe. */
        Swiped: {
            message: string;
            /**
             * Format: int64
             * @description Key of the saved occupation, after a swipe to the right.
             * @example 7
             */
            saved_id?: number | null;
            success: boolean;
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
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        UserNote: {
            content: string;
            /** Format: date-time */
            created_at?: string | null;
            id: components["schemas"]["UserNoteId"];
            /** Format: int64 */
            saved_recommendation_id?: number | null;
            /** Format: date-time */
            updated_at?: string | null;
            /** Format: int64 */
            user_id: number;
        };
        /** @description What a client may write. */
        UserNoteDraft: {
            content: components["schemas"]["Words"];
            /** Format: int64 */
            saved_recommendation_id?: number | null;
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        UserNoteId: number;
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
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        UserProgramInteraction: {
            /** Format: date-time */
            created_at?: string | null;
            device_type?: string | null;
            feedback_text?: string | null;
            id: components["schemas"]["UserProgramInteractionId"];
            /** Format: int64 */
            interaction_duration_seconds?: number | null;
            interaction_source?: string | null;
            interaction_type: string;
            ip_address?: string | null;
            /** Format: int64 */
            page_position?: number | null;
            program_id?: string | null;
            /** Format: int64 */
            rating?: number | null;
            /** Format: double */
            relevance_score?: number | null;
            search_filters?: unknown;
            search_query?: string | null;
            session_id?: string | null;
            user_agent?: string | null;
            /** Format: int64 */
            user_id: number;
        };
        /** @description What a client may write. The address is kept from older databases and not added to. */
        UserProgramInteractionDraft: {
            device_type?: components["schemas"]["Text"] | null;
            feedback_text?: components["schemas"]["Text"] | null;
            interaction_duration_seconds?: components["schemas"]["Whole"] | null;
            interaction_source?: components["schemas"]["Text"] | null;
            interaction_type: components["schemas"]["Words"];
            page_position?: components["schemas"]["Whole"] | null;
            /** Format: uuid */
            program_id?: string | null;
            rating?: components["schemas"]["Whole"] | null;
            relevance_score?: components["schemas"]["Bounded"] | null;
            search_filters?: components["schemas"]["Json"] | null;
            search_query?: components["schemas"]["Text"] | null;
            /** Format: uuid */
            session_id?: string | null;
            user_agent?: components["schemas"]["Text"] | null;
        };
        /** @description The key of a row. */
        UserProgramInteractionId: string;
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        UserSavedProgram: {
            /** Format: date */
            application_deadline?: string | null;
            application_status: string;
            id: components["schemas"]["UserSavedProgramId"];
            personal_notes?: string | null;
            /** Format: int64 */
            priority_level: number;
            program_id?: string | null;
            /** Format: date */
            reminder_date?: string | null;
            /** Format: date-time */
            saved_at?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
            /** Format: int64 */
            user_id: number;
            user_tags?: string[] | null;
        };
        /** @description What a client may write. */
        UserSavedProgramDraft: {
            /** Format: date */
            application_deadline?: string | null;
            application_status?: components["schemas"]["Text"] | null;
            personal_notes?: components["schemas"]["Text"] | null;
            priority_level?: components["schemas"]["Whole"] | null;
            /**
             * Format: uuid
             * @description A programme of the catalogue; each may be put aside once.
             */
            program_id: string;
            /** Format: date */
            reminder_date?: string | null;
            user_tags?: components["schemas"]["Text"][] | null;
        };
        /** @description The key of a row. */
        UserSavedProgramId: string;
        /** @description How the user rates themselves, beside what the occupation asks for; `null` where they do not. */
        UserTraits: {
            /** Format: double */
            user_adaptability?: number | null;
            /** Format: double */
            user_analytical_thinking?: number | null;
            /** Format: double */
            user_attention_to_detail?: number | null;
            /** Format: double */
            user_collaboration?: number | null;
            /** Format: double */
            user_decision_making?: number | null;
            /** Format: double */
            user_evaluation?: number | null;
            /** Format: double */
            user_independence?: number | null;
            /** Format: double */
            user_stress_tolerance?: number | null;
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
    get_avatar_me: {
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
                    "application/json": components["schemas"]["OwnAvatar"];
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
    post_careers_fit_analysis: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FitQuestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FitAnalysis"];
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
    get_careers_saved: {
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
                    "application/json": components["schemas"]["SavedCareer"][];
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
    get_insight_get: {
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
                    "application/json": components["schemas"]["Insight"];
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
    patch_insight_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnWords"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Insight"];
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
    get_jobs_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the row
                 * @example 7
                 */
                id: number;
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
                    "application/json": components["schemas"]["StoredJob"];
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
    delete_jobs_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the row
                 * @example 7
                 */
                id: number;
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
    post_jobs_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewJob"];
            };
        };
        responses: {
            /** @description It was put aside before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedJob"];
                };
            };
            201: {
                headers: {
                    /** @description The row */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedJob"];
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
    get_jobs_saved: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: number;
                /** @description Only jobs that were found there. */
                discovery_source?: string;
                /** @description At most so many rows; 50 unless said. */
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
                    /** @description The next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
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
    post_onboarding_complete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Completion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Completed"];
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
    get_onboarding_profile: {
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
                    "application/json": components["schemas"]["StoredProfile"];
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
    delete_onboarding_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Onboarding can be done anew */
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
    post_onboarding_response: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answered"];
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
    get_onboarding_responses: {
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
                    "application/json": components["schemas"]["Answers"];
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
    post_onboarding_skip: {
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
                    "application/json": components["schemas"]["Completed"];
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
    post_onboarding_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One is under way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            201: {
                headers: {
                    /** @description Its answers */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
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
    get_onboarding_status: {
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
                    "application/json": components["schemas"]["Status"];
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
    post_recommendations_swipe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An occupation as a client describes it, with what it asks for, from 0 to 5. */
                    occupation: {
                        adaptability?: components["schemas"]["Bounded"] | null;
                        all_fields?: components["schemas"]["Json"] | null;
                        analytical_thinking?: components["schemas"]["Bounded"] | null;
                        attention_to_detail?: components["schemas"]["Bounded"] | null;
                        collaboration?: components["schemas"]["Bounded"] | null;
                        decision_making?: components["schemas"]["Bounded"] | null;
                        description?: components["schemas"]["Text"] | null;
                        evaluation?: components["schemas"]["Bounded"] | null;
                        independence?: components["schemas"]["Bounded"] | null;
                        /** @description What it is called. */
                        label: components["schemas"]["Words"];
                        main_duties?: components["schemas"]["Text"] | null;
                        /** @description Its code; each may be put aside once. */
                        oasis_code: components["schemas"]["Words"];
                        role_creativity?: components["schemas"]["Bounded"] | null;
                        role_critical_thinking?: components["schemas"]["Bounded"] | null;
                        role_digital_literacy?: components["schemas"]["Bounded"] | null;
                        role_leadership?: components["schemas"]["Bounded"] | null;
                        role_problem_solving?: components["schemas"]["Bounded"] | null;
                        stress_tolerance?: components["schemas"]["Bounded"] | null;
                    };
                    swiped_right: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Swiped"];
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
    get_reflection_questions: {
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
                    "application/json": components["schemas"]["AskedQuestion"][];
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
    get_reflection_responses: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: number;
                /** @description At most so many rows; 50 unless said. */
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
                    /** @description The next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrengthsReflectionResponse"][];
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
    post_reflection_responses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAnswer"];
            };
        };
        responses: {
            /** @description There was an answer before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrengthsReflectionResponse"];
                };
            };
            201: {
                headers: {
                    /** @description The row */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrengthsReflectionResponse"];
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
    get_reflection_responses_id: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: number;
                /** @description At most so many rows; 50 unless said. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The caller's number or Clerk id
                 * @example 42
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrengthsReflectionResponse"][];
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
    put_reflection_responses_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the row
                 * @example 7
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrengthsReflectionResponse"];
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
    delete_reflection_responses_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Key of the row
                 * @example 7
                 */
                id: number;
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
    post_reflection_responses_batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stored"];
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
    get_school_programs_users_interactions: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: string;
                /** @description Only rows that hold this. */
                interaction_type?: string;
                /** @description At most so many rows; 50 unless said. */
                limit?: number;
                /** @description Leaves so many rows out; `after` costs less. */
                offset?: number;
                /** @description Only rows that hold this. */
                program_id?: string;
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
                    "application/json": components["schemas"]["UserProgramInteraction"][];
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
    post_school_programs_users_interactions: {
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
                 *       "device_type": "some device type",
                 *       "feedback_text": "some feedback text",
                 *       "interaction_duration_seconds": 3,
                 *       "interaction_source": "some interaction source",
                 *       "interaction_type": "some interaction type",
                 *       "page_position": 3,
                 *       "program_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                 *       "rating": 3,
                 *       "relevance_score": 0.5,
                 *       "search_filters": {
                 *         "a": [
                 *           1,
                 *           "b"
                 *         ]
                 *       },
                 *       "search_query": "some search query",
                 *       "session_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                 *       "user_agent": "some user agent"
                 *     }
                 */
                "application/json": components["schemas"]["UserProgramInteractionDraft"];
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
                    "application/json": components["schemas"]["UserProgramInteraction"];
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
    get_school_programs_users_interactions_id: {
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
                    "application/json": components["schemas"]["UserProgramInteraction"];
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
    put_school_programs_users_interactions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `UserProgramInteractionDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "device_type": "some device type",
                 *       "feedback_text": "some feedback text",
                 *       "interaction_duration_seconds": 3,
                 *       "interaction_source": "some interaction source",
                 *       "interaction_type": "some interaction type",
                 *       "page_position": 3,
                 *       "program_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                 *       "rating": 3,
                 *       "relevance_score": 0.5,
                 *       "search_filters": {
                 *         "a": [
                 *           1,
                 *           "b"
                 *         ]
                 *       },
                 *       "search_query": "some search query",
                 *       "session_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                 *       "user_agent": "some user agent"
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
                    "application/json": components["schemas"]["UserProgramInteraction"];
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
    delete_school_programs_users_interactions_id: {
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
    patch_school_programs_users_interactions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `UserProgramInteractionDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "device_type": "some device type",
                 *       "feedback_text": "some feedback text",
                 *       "interaction_duration_seconds": 3,
                 *       "interaction_source": "some interaction source",
                 *       "interaction_type": "some interaction type",
                 *       "page_position": 3,
                 *       "program_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                 *       "rating": 3,
                 *       "relevance_score": 0.5,
                 *       "search_filters": {
                 *         "a": [
                 *           1,
                 *           "b"
                 *         ]
                 *       },
                 *       "search_query": "some search query",
                 *       "session_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                 *       "user_agent": "some user agent"
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
                    "application/json": components["schemas"]["UserProgramInteraction"];
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
    get_school_programs_users_saved_programs: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: string;
                /** @description Only rows that hold this. */
                application_status?: string;
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
                    "application/json": components["schemas"]["UserSavedProgram"][];
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
    post_school_programs_users_saved_programs: {
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
                 *       "application_deadline": "2030-01-31",
                 *       "application_status": "interested",
                 *       "personal_notes": "The deadline is in spring.",
                 *       "priority_level": 3,
                 *       "program_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                 *       "reminder_date": "2030-01-31",
                 *       "user_tags": [
                 *         "one",
                 *         "two"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UserSavedProgramDraft"];
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
                    "application/json": components["schemas"]["UserSavedProgram"];
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
    get_school_programs_users_saved_programs_id: {
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
                    "application/json": components["schemas"]["UserSavedProgram"];
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
    put_school_programs_users_saved_programs_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `UserSavedProgramDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "application_deadline": "2030-01-31",
                 *       "application_status": "interested",
                 *       "personal_notes": "The deadline is in spring.",
                 *       "priority_level": 3,
                 *       "program_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                 *       "reminder_date": "2030-01-31",
                 *       "user_tags": [
                 *         "one",
                 *         "two"
                 *       ]
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
                    "application/json": components["schemas"]["UserSavedProgram"];
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
    delete_school_programs_users_saved_programs_id: {
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
    patch_school_programs_users_saved_programs_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `UserSavedProgramDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "application_deadline": "2030-01-31",
                 *       "application_status": "interested",
                 *       "personal_notes": "The deadline is in spring.",
                 *       "priority_level": 3,
                 *       "program_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                 *       "reminder_date": "2030-01-31",
                 *       "user_tags": [
                 *         "one",
                 *         "two"
                 *       ]
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
                    "application/json": components["schemas"]["UserSavedProgram"];
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
    get_space_notes: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: string;
                /** @description At most so many rows; 50 unless said. */
                limit?: number;
                /** @description Leaves so many rows out; `after` costs less. */
                offset?: number;
                /** @description Only rows that hold this. */
                saved_recommendation_id?: number;
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
                    "application/json": components["schemas"]["UserNote"][];
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
    post_space_notes: {
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
                 *       "content": "Ask my aunt what a day there is like.",
                 *       "saved_recommendation_id": 1
                 *     }
                 */
                "application/json": components["schemas"]["UserNoteDraft"];
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
                    "application/json": components["schemas"]["UserNote"];
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
    get_space_notes_id: {
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
                    "application/json": components["schemas"]["UserNote"];
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
    put_space_notes_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `UserNoteDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "Ask my aunt what a day there is like.",
                 *       "saved_recommendation_id": 1
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
                    "application/json": components["schemas"]["UserNote"];
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
    delete_space_notes_id: {
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
    patch_space_notes_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `UserNoteDraft` */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "Ask my aunt what a day there is like.",
                 *       "saved_recommendation_id": 1
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
                    "application/json": components["schemas"]["UserNote"];
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
    get_space_recommendations: {
        parameters: {
            query?: {
                /** @description Begins behind the row with this key. */
                after?: number;
                /** @description At most so many rows; 50 unless said. */
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
                    /** @description The next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedRecommendation"][];
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
    post_space_recommendations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Occupation"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description The row */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedRecommendation"];
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
    get_space_recommendations_identifier: {
        parameters: {
            query?: {
                /**
                 * @description `id` for the key of a row, `code` for an occupation's code. Otherwise a number is first taken for the key of one of the
                 *     caller's rows, and for a code if there is none.
                 */
                by?: "id" | "code";
            };
            header?: never;
            path: {
                /**
                 * @description Key of the row, or code of the occupation
                 * @example 31301.00
                 */
                identifier: string;
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
                    "application/json": components["schemas"]["SavedRecommendation"];
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
    delete_space_recommendations_identifier: {
        parameters: {
            query?: {
                /**
                 * @description `id` for the key of a row, `code` for an occupation's code. Otherwise a number is first taken for the key of one of the
                 *     caller's rows, and for a code if there is none.
                 */
                by?: "id" | "code";
            };
            header?: never;
            path: {
                /**
                 * @description Key of the row, or code of the occupation
                 * @example 31301.00
                 */
                identifier: string;
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
    get_space_recommendations_identifier_skill_comparison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Code of the occupation
                 * @example 31301.00
                 */
                identifier: string;
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
                    "application/json": components["schemas"]["SkillComparison"];
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
    get_tests_hexaco_my_profile: {
        parameters: {
            query?: {
                /** @description Only results of this version. */
                assessment_version?: string;
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
                    "application/json": components["schemas"]["HexacoResult"] | null;
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
    get_tests_hexaco_profile_user: {
        parameters: {
            query?: {
                /** @description Only results of this version. */
                assessment_version?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The caller's number or Clerk id
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
                    "application/json": components["schemas"]["HexacoResult"] | null;
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
    get_tests_hexaco_progress_session_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the sitting */
                session_id: string;
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
                    "application/json": components["schemas"]["HexacoProgress"];
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
    get_tests_holland: {
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
                    "application/json": components["schemas"]["HollandTest"];
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
    post_tests_holland_answer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HollandAnswer"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description The score */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HollandAnswered"];
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
    get_tests_holland_questions: {
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
                    "application/json": components["schemas"]["HollandQuestion"][];
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
    get_tests_holland_score_attempt_id: {
        parameters: {
            query?: {
                /** @description Whether to tell what is said of people with the first letter. */
                include_description?: boolean;
            };
            header?: never;
            path: {
                /** @description As in the answers */
                attempt_id: string;
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
                    "application/json": components["schemas"]["HollandScore"];
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
    get_tests_holland_user_results: {
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
                    "application/json": components["schemas"]["HollandScore"];
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
    post_vector_search_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Occupation"];
            };
        };
        responses: {
            /** @description It was put aside before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFromSearch"];
                };
            };
            201: {
                headers: {
                    /** @description The row */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFromSearch"];
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
