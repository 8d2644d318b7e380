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
        /** Changes what the body names. A goal that becomes active is the only active one. */
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
    "/api/v1/chat/analytics/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Use over a month, how it went over thirty days, and ten topics. */
        get: operations["get_chat_analytics_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/analytics/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The commonest words, of four letters and more, in the titles that the caller chose: those of the newest 100
         *     conversations with such a title.
         */
        get: operations["get_chat_analytics_topics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/analytics/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How use went over the last days. */
        get: operations["get_chat_analytics_trends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/analytics/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Use over a day, week, month or year that ends today. */
        get: operations["get_chat_analytics_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's rows, in the order of their keys. */
        get: operations["get_chat_categories"];
        put?: never;
        /** Makes a row. */
        post: operations["post_chat_categories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's rows. */
        get: operations["get_chat_categories_id"];
        /** Changes what the body names (RFC 7396); `null` clears. */
        put: operations["put_chat_categories_id"];
        post?: never;
        /** Deletes a row, and what is a part of it. */
        delete: operations["delete_chat_categories_id"];
        options?: never;
        head?: never;
        /** Changes what the body names (RFC 7396); `null` clears. */
        patch: operations["patch_chat_categories_id"];
        trace?: never;
    };
    "/api/v1/chat/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archives one conversation, or every one of the caller's. */
        post: operations["post_chat_clear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's conversations, that with the latest message first. */
        get: operations["get_chat_conversations"];
        put?: never;
        /** Begins a conversation with a message of the caller, which is stored and not yet answered. */
        post: operations["post_chat_conversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A conversation, without its messages. */
        get: operations["get_chat_conversations_id"];
        /** Changes what the body names (RFC 7396); `null` clears. */
        put: operations["put_chat_conversations_id"];
        post?: never;
        /** Deletes a conversation, and what was said in it. */
        delete: operations["delete_chat_conversations_id"];
        options?: never;
        head?: never;
        /** Changes what the body names (RFC 7396); `null` clears. */
        patch: operations["patch_chat_conversations_id"];
        trace?: never;
    };
    "/api/v1/chat/conversations/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archives a conversation, or takes it back. */
        post: operations["post_chat_conversations_id_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A conversation as a file to keep. */
        post: operations["post_chat_conversations_id_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{id}/favorite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a conversation a favourite, or no longer one if it is. */
        post: operations["post_chat_conversations_id_favorite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{id}/generate-title": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a conversation a title made of the first six words of the caller. 404 also when the caller has said nothing
         *     among its first five messages.
         */
        post: operations["post_chat_conversations_id_generate_title"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said: the newest messages first a page, in the order in which they were said on each. */
        get: operations["get_chat_conversations_id_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{id}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures about a conversation. */
        get: operations["get_chat_conversations_id_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Looks for words in what the caller and the assistant have said to each other. */
        get: operations["get_chat_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/share/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shares a conversation. */
        post: operations["post_chat_share_conversations_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/share/shared/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A shared conversation. A password, if one is asked for, goes into the header `X-Share-Password`, as UTF-8 with percent
         *     signs where it is not ASCII; or see POST.
         */
        get: operations["get_chat_share_shared_token"];
        put?: never;
        /** A shared conversation, for whoever gives the password. */
        post: operations["post_chat_share_shared_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/share/shares/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes what the body names; what it does not name stays as it is. */
        put: operations["put_chat_share_shares_id"];
        post?: never;
        /** Ends a share for good: its link opens nothing any more. */
        delete: operations["delete_chat_share_shares_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/share/shares/{id}/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a share of the caller's is used. */
        get: operations["get_chat_share_shares_id_analytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/share/user/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's shares, the newest first. */
        get: operations["get_chat_share_user_shares"];
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
        /** Changes what the body names (RFC 7396); `null` clears, but not the name. */
        put: operations["put_courses_id"];
        post?: never;
        /** Deletes a course with its insights and conversations; signals stay, without their course. */
        delete: operations["delete_courses_id"];
        options?: never;
        head?: never;
        /** Changes what the body names (RFC 7396); `null` clears, but not the name. */
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
    "/api/v1/orientator/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's conversations in which a tool has shown something, that with the latest message first. */
        get: operations["get_orientator_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orientator/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said and shown: the newest messages first a page, in the order in which they were said on each. */
        get: operations["get_orientator_conversations_id_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orientator/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps what the caller thinks of an answer, in the place of what they thought before. */
        post: operations["post_orientator_feedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orientator/journey/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own way; nobody sees somebody else's. */
        get: operations["get_orientator_journey_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orientator/save-component": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps a component among the caller's saved recommendations. One of a conversation is kept once: asked again, nothing
         *     changes and the answer is 200.
         */
        post: operations["post_orientator_save_component"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orientator/tool-analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How tools were used for the caller. */
        get: operations["get_orientator_tool_analytics"];
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
        /** @description The caller's account and profile. */
        Account: {
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
            authentic: Record<string, unknown>[];
            /** @description Where it is somebody else's wish. */
            forced: Record<string, unknown>[];
        };
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
            response?: components["schemas"]["Text50000"] | null;
            response_time_ms?: components["schemas"]["Whole0To86400000"] | null;
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
        /** @description Whether to archive: `true` alone, or an object; `true` when left out. */
        Archive: unknown;
        /** @description Whether a conversation is archived. */
        Archived: {
            archived: boolean;
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
            responses: components["schemas"]["NewReflection"][];
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
        /** @description Key of something saved: a number for an occupation, `job_7` for a job. */
        CareerKey: number | string;
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
        /** @description How many conversations a category has. */
        CategoryCount: {
            /** Format: int64 */
            count: number;
            name: string;
        };
        /** @description A part of a conversation. */
        ChatMessages: {
            /** Format: int64 */
            conversation_id: number;
            /** @description In the order in which they were said. */
            messages: components["schemas"]["ConversationMessage"][];
            /**
             * Format: int64
             * @description What `after` has to be for the messages before these; not there at the beginning of the conversation.
             */
            next?: number | null;
            /**
             * Format: int64
             * @description How many messages the conversation has.
             */
            total: number;
        };
        /** @description The three at once. */
        ChatSummary: {
            /** @description The ten commonest. */
            popular_topics: components["schemas"]["Topic"][];
            /** @description Of thirty days. */
            usage_trends: components["schemas"]["Trends"];
            /** @description Of a month. */
            user_analytics: components["schemas"]["Usage"];
        };
        /** @description That it is done. */
        Cleared: {
            /**
             * @description For people.
             * @example 3 conversations archived
             */
            message: string;
            success: boolean;
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
        Colour: string;
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
        /** @description What ends a sitting. */
        Completion: {
            psychProfile?: components["schemas"]["Json"] | null;
            /** @description Answers, also those that are stored already. */
            responses: components["schemas"]["OnboardingAnswer"][];
        };
        /** @description A text, or a number that stands for one. */
        ComponentId: number | components["schemas"]["Words100"];
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
        /**
         * @description What a component shows, and which member its data needs.
         * @enum {string}
         */
        ComponentType: "text" | "skill_tree" | "career_path" | "job_card" | "peer_card" | "test_result" | "challenge_card" | "save_confirmation";
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        Conversation: {
            auto_generated_title: boolean;
            /** Format: int64 */
            category_id?: number | null;
            /** Format: date-time */
            created_at?: string | null;
            id: components["schemas"]["ConversationId"];
            is_archived: boolean;
            is_favorite: boolean;
            /** Format: date-time */
            last_message_at?: string | null;
            /** Format: int64 */
            message_count: number;
            title: string;
            /** Format: int64 */
            total_tokens_used: number;
            /** Format: date-time */
            updated_at?: string | null;
            /** Format: int64 */
            user_id: number;
        };
        /** @description A stored row. Nothing promises that an old one keeps the limits of a [`Draft`]. */
        ConversationCategory: {
            color?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            icon?: string | null;
            id: components["schemas"]["ConversationCategoryId"];
            name: string;
            /** Format: int64 */
            user_id: number;
        };
        /** @description What a client may write. */
        ConversationCategoryDraft: {
            color?: components["schemas"]["Colour"] | null;
            icon?: components["schemas"]["Text50"] | null;
            /** @description Not the name of another category of the same user. */
            name: components["schemas"]["Words100"];
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        ConversationCategoryId: number;
        /**
         * Format: int64
         * @description The key of a row.
         */
        ConversationId: number;
        /** @description A message in a conversation with the assistant. */
        ConversationMessage: {
            /** @example How do I become a nurse? */
            content: string;
            /** Format: date-time */
            created_at?: string | null;
            /**
             * Format: int64
             * @description Later messages have higher keys.
             * @example 70
             */
            id: number;
            /**
             * @description `user`, `assistant` or `system`.
             * @example user
             */
            role: string;
            /** Format: int64 */
            tokens_used?: number | null;
        };
        /** @description What may be changed; what is left out stays as it is. */
        ConversationPatch: {
            /**
             * Format: int64
             * @description A category of the caller's, or `null` for none.
             */
            category_id?: number | null;
            is_archived?: boolean | null;
            is_favorite?: boolean | null;
            /**
             * @description 1 to 255 characters.
             * @example Nursing
             */
            title?: string | null;
        };
        /** @description A page of conversations. */
        Conversations: {
            /** @description That with the latest message first; those without any last, the newest of them first. */
            conversations: components["schemas"]["Conversation"][];
            /**
             * Format: int32
             * @description As asked.
             */
            limit: number;
            /** @description What `after` has to be for the next page; not there on the last one. */
            next?: string | null;
            /**
             * Format: int32
             * @description As asked.
             */
            offset: number;
            /**
             * Format: int64
             * @description How many there are in all.
             * @example 1
             */
            total: number;
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
            course_code?: components["schemas"]["Text50"] | null;
            course_name: components["schemas"]["Words255"];
            credits?: components["schemas"]["Whole0To20"] | null;
            description?: components["schemas"]["Text50000"] | null;
            grade?: components["schemas"]["Text10"] | null;
            learning_outcomes?: components["schemas"]["Text1000"][] | null;
            professor?: components["schemas"]["Text255"] | null;
            semester?: components["schemas"]["Text50"] | null;
            subject_category?: components["schemas"]["SubjectCategory"] | null;
            year?: components["schemas"]["Whole1900To2100"] | null;
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        CourseId: number;
        /** @description What was counted on a day. */
        DayCount: {
            /** Format: int64 */
            count: number;
            /** Format: date */
            date: string;
        };
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
        /** @description As what a conversation is taken along. */
        Export: {
            /** @default json */
            format: components["schemas"]["Format"];
        };
        /** @description Whether a conversation is a favourite. */
        Favorite: {
            is_favorite: boolean;
        };
        /** @description What the caller thinks of an answer. */
        Feedback: {
            /**
             * @description 1 to 2000 characters.
             * @example helpful
             */
            feedback: string;
            /**
             * Format: int64
             * @example 71
             */
            message_id: number;
            /**
             * Format: int64
             * @description 1 to 5.
             * @example 5
             */
            rating?: number | null;
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
        /**
         * @description Kinds of files.
         * @enum {string}
         */
        Format: "json" | "txt" | "pdf";
        /** @description A message that was found. */
        FoundMessage: {
            /**
             * Format: int64
             * @example 7
             */
            conversation_id: number;
            conversation_title?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            /**
             * @description The part of the message around the first word, at most 200 characters.
             * @example How do I become a nurse?
             */
            excerpt: string;
            /**
             * Format: int64
             * @example 70
             */
            message_id: number;
            /** @description `user` or `assistant`. */
            role: string;
        };
        /** @description What was found. */
        FoundMessages: {
            /**
             * Format: int64
             * @description What `after` has to be for older ones; not there on the last page.
             */
            next?: number | null;
            /** @description The newest first. */
            results: components["schemas"]["FoundMessage"][];
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
            title?: components["schemas"]["Words255"] | null;
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
            attempt_id: components["schemas"]["Words64"];
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
        /** @description The caller's way. */
        Journey: {
            /** @description Career paths and jobs among these stages. */
            career_goals: unknown[];
            /** @description Challenges among them. */
            challenges_completed: unknown[];
            /** @description Milestones, and what was kept of what tools have shown, the latest first, at most 100. */
            journey_stages: components["schemas"]["JourneyStage"][];
            /** @description Peers among them. */
            peer_connections: unknown[];
            /** @description The latest test result among them. */
            personality_insights?: unknown;
            /**
             * Format: int64
             * @description How many things were kept.
             */
            saved_items_count: number;
            /** @description The latest skill tree among them; empty without one. */
            skill_progression: unknown;
            /** @description The commonest first. */
            tools_used: string[];
            /**
             * Format: int64
             * @example 42
             */
            user_id: number;
        };
        /** @description Something on the caller's way. */
        JourneyStage: {
            /** Format: date-time */
            achieved_at?: string | null;
            /** Format: int64 */
            conversation_id?: number | null;
            data: unknown;
            /** @example career_path */
            type: string;
        };
        Json: Record<string, unknown> | unknown[] | string | number | boolean;
        /** @description A saved job, and whether it was saved before. */
        JustSavedJob: components["schemas"]["StoredJob"] & {
            already_saved: boolean;
        };
        /** @description A component to keep. */
        KeptComponent: {
            /** @description An object. */
            component_data: Record<string, unknown>;
            component_id: components["schemas"]["ComponentId"];
            component_type: components["schemas"]["ComponentType"];
            /**
             * Format: int64
             * @description A conversation of the caller's.
             * @example 7
             */
            conversation_id: number;
            /** @description At most 500 characters. */
            note?: string | null;
            /**
             * @description 1 to 50 characters.
             * @example esco_skills
             */
            source_tool: string;
        };
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
        /** @description What opens a share that asks for a password. */
        Key: {
            /**
             * @default null
             * @example sesame
             */
            password: string | null;
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
        /** @description The beginning of a conversation. */
        NewConversation: {
            /**
             * @description The first message, 1 to 10,000 characters.
             * @example How do I become a nurse?
             */
            initial_message: string;
            /** @description A title; without one it is made of the first six words. */
            title?: string | null;
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
            description?: components["schemas"]["Text50000"] | null;
            esco_occupation_id?: components["schemas"]["Text255"] | null;
            oasis_code?: components["schemas"]["Text255"] | null;
            source?: components["schemas"]["Text255"] | null;
            /** @description Whatever belongs to the source, at most 10,000 characters. */
            source_metadata?: unknown;
            /**
             * Format: date-time
             * @description When to reach it; a year from now if left out.
             */
            target_date?: string | null;
            title: components["schemas"]["Words255"];
        };
        /** @description A job as a client describes it. */
        NewJob: {
            discovery_source?: components["schemas"]["Text50"] | null;
            /** @description Its ESCO id; each may be put aside once. */
            esco_id: components["schemas"]["Words255"];
            job_title: components["schemas"]["Words500"];
            /** @description An object. */
            metadata?: Record<string, unknown> | null;
            relevance_score?: components["schemas"]["Number0To1"] | null;
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
        /** @description An answer to a question. */
        NewReflection: {
            prompt_text?: components["schemas"]["Text10000"] | null;
            /**
             * Format: int64
             * @description The number of the question.
             * @example 101
             */
            question_id: number;
            response?: components["schemas"]["Text50000"] | null;
            response_time_ms?: components["schemas"]["Whole0To86400000"] | null;
        };
        /** @description A share that was just made. */
        NewShare: {
            /**
             * Format: int64
             * @example 7
             */
            conversation_id: number;
            /** Format: date-time */
            created_at?: string | null;
            /** Format: date-time */
            expires_at?: string | null;
            /**
             * @description The link.
             * @example https://app.example.com/shared/kx0yPzJ7mB3p9nS5tQfJm4WvHc2aLr8uE1dGq6oZwYI
             */
            full_url: string;
            has_password: boolean;
            is_public: boolean;
            /**
             * Format: int64
             * @example 3
             */
            share_id: number;
            /**
             * @description Opens the conversation; told here and never again.
             * @example kx0yPzJ7mB3p9nS5tQfJm4WvHc2aLr8uE1dGq6oZwYI
             */
            share_token: string;
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
            action_index: components["schemas"]["Whole0To1000"];
            node_id: components["schemas"]["Words100"];
            note_text: components["schemas"]["Words50000"];
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        NodeNoteId: number;
        Number0To1: number;
        Number0To5: number;
        /** @description An occupation as a client describes it, with what it asks for, from 0 to 5. */
        Occupation: {
            adaptability?: components["schemas"]["Number0To5"] | null;
            all_fields?: components["schemas"]["Json"] | null;
            analytical_thinking?: components["schemas"]["Number0To5"] | null;
            attention_to_detail?: components["schemas"]["Number0To5"] | null;
            collaboration?: components["schemas"]["Number0To5"] | null;
            decision_making?: components["schemas"]["Number0To5"] | null;
            description?: components["schemas"]["Text50000"] | null;
            evaluation?: components["schemas"]["Number0To5"] | null;
            independence?: components["schemas"]["Number0To5"] | null;
            /** @description What it is called. */
            label: components["schemas"]["Words255"];
            main_duties?: components["schemas"]["Text50000"] | null;
            /** @description Its code; each may be put aside once. */
            oasis_code: components["schemas"]["Words255"];
            role_creativity?: components["schemas"]["Number0To5"] | null;
            role_critical_thinking?: components["schemas"]["Number0To5"] | null;
            role_digital_literacy?: components["schemas"]["Number0To5"] | null;
            role_leadership?: components["schemas"]["Number0To5"] | null;
            role_problem_solving?: components["schemas"]["Number0To5"] | null;
            stress_tolerance?: components["schemas"]["Number0To5"] | null;
        };
        /** @description Whether onboarding is finished. */
        Onboarding: {
            /** @description The flag is set, or there is a personality profile. */
            onboarding_completed: boolean;
        };
        /** @description An answer to a question that the client has asked. */
        OnboardingAnswer: {
            /** @description The question as it was asked. */
            question: components["schemas"]["Text2000"];
            /** @description The client's name for the question. */
            questionId: components["schemas"]["Words100"];
            response: components["schemas"]["Text10000"];
            /**
             * Format: date-time
             * @description By the client's clock.
             */
            timestamp?: string | null;
        };
        /** @description A profile that the older application stored at onboarding. */
        OnboardingProfile: {
            assessment_version?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            /** @description As stored: `hexaco` and `riasec`, 0 to 1, `topTraits`, `description`. */
            profile: unknown;
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
        /** @description A share, as its owner sees it. */
        OwnShare: {
            /**
             * Format: int64
             * @example 7
             */
            conversation_id: number;
            conversation_title?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            /** Format: date-time */
            expires_at?: string | null;
            has_password: boolean;
            is_public: boolean;
            /**
             * Format: int64
             * @example 3
             */
            share_id: number;
            /** @description Always `null`: a token is kept in a form that does not show it. */
            share_token?: string | null;
            /**
             * Format: int64
             * @description How often others have looked.
             */
            view_count: number;
        };
        /** @description The caller's own words. */
        OwnWords: {
            philosophical_text: components["schemas"]["Words50000"];
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
         * @description How far back.
         * @enum {string}
         */
        Period: "day" | "week" | "month" | "year";
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
        /** @description How far the caller has come. */
        ProgressNow: {
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
             * @deprecated
             * @description Taken for the sake of older clients, and passed over: points come from our own rules.
             */
            xp_gained?: unknown;
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
        /** @description That it is kept. */
        Saved: {
            /** @description For people. */
            message: string;
            /**
             * Format: int64
             * @description Its key among the caller's saved recommendations.
             * @example 12
             */
            saved_item_id: number;
            success: boolean;
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
        /** @description How a share is used. */
        ShareAnalytics: {
            /** Format: int64 */
            conversation_id: number;
            /** Format: date-time */
            created_at?: string | null;
            /** Format: date-time */
            expires_at?: string | null;
            /** @description Whether it has not ended. */
            is_active: boolean;
            /**
             * Format: date-time
             * @description When somebody looked last; `null` if nobody has since this is kept.
             */
            last_viewed?: string | null;
            /** Format: int64 */
            share_id: number;
            /**
             * Format: int64
             * @description How often others have looked.
             */
            total_views: number;
        };
        /** @description A conversation that somebody shows. */
        SharedConversation: {
            conversation: components["schemas"]["ShownConversation"];
            /** @description In the order in which they were said. */
            messages: components["schemas"]["ShownMessage"][];
            /**
             * Format: int64
             * @description What `after` has to be for the messages behind these; not there on the last page.
             */
            next?: number | null;
            share_info: components["schemas"]["ShareInfo"];
        };
        /** @description How a conversation is shared. */
        ShareInfo: {
            /** Format: date-time */
            expires_at?: string | null;
            /** Format: date-time */
            shared_at?: string | null;
            /**
             * Format: int64
             * @description How often others have looked, this time included.
             */
            view_count: number;
        };
        /** @description How a conversation is shared. Without a password and not public, it is for its owner alone. */
        ShareOptions: {
            /** @default null */
            base_url: components["schemas"]["Text2000"] | null;
            /**
             * Format: int64
             * @description In how many hours the share ends by itself, at most ten years; 0 and `null`: never.
             * @default null
             * @example 24
             */
            expires_in_hours: number | null;
            /**
             * @description Whether the link is enough. `false` when left out; on a change it then stays as it is.
             * @default null
             */
            is_public: boolean | null;
            /**
             * @description What whoever has the link is asked for, 1 to 128 characters; `null` asks for nothing.
             * @default null
             * @example sesame
             */
            password: string | null;
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
        /** @description A message with what it shows. */
        ShowingMessage: components["schemas"]["ConversationMessage"] & {
            components: components["schemas"]["ShownComponent"][];
            /** @description What else is kept about it, such as `feedback`. */
            metadata: unknown;
        };
        /** @description A part of a conversation. */
        ShowingMessages: {
            /** @description In the order in which they were said. */
            messages: components["schemas"]["ShowingMessage"][];
            /**
             * Format: int64
             * @description What `after` has to be for the messages before these; not there at the beginning of the conversation.
             */
            next?: number | null;
            /**
             * Format: int64
             * @description How many messages the conversation has.
             */
            total: number;
        };
        /** @description What a message shows beside its text. */
        ShownComponent: {
            /** @description What can be done with it. */
            actions: unknown;
            component_data: unknown;
            component_type: string;
            /** Format: date-time */
            created_at?: string | null;
            /** @description The same as `component_data`. */
            data: unknown;
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            message_id: number;
            metadata: unknown;
            saved: boolean;
            tool_source?: string | null;
            /** @description The same as `component_type`. */
            type: string;
        };
        /** @description What is shown of a conversation. */
        ShownConversation: {
            /** Format: date-time */
            created_at?: string | null;
            /** Format: int64 */
            id: number;
            /**
             * Format: int64
             * @description How many messages are shown in all.
             */
            message_count: number;
            /**
             * @description The first name of whoever shows it, and nothing else about them.
             * @example Ada
             */
            shared_by?: string | null;
            title?: string | null;
        };
        /** @description What is shown of a message. */
        ShownMessage: {
            content: string;
            /** Format: date-time */
            created_at?: string | null;
            /** Format: int64 */
            id: number;
            /** @description `user` or `assistant`. */
            role: string;
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
        /** @description Figures about a conversation. */
        Statistics: {
            /**
             * Format: double
             * @description Over the answers that were timed; 0 if none was.
             */
            avg_response_time_ms: number;
            /** Format: date-time */
            first_message_at?: string | null;
            /** Format: date-time */
            last_message_at?: string | null;
            /**
             * @example {
             *       "assistant": 1,
             *       "user": 1
             *     }
             */
            messages_by_role: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @example 2
             */
            total_messages: number;
            /**
             * Format: int64
             * @description Of the assistant's messages.
             */
            total_tokens: number;
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
            metadata: Record<string, unknown>;
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
        Text10: string;
        Text20: string;
        Text50: string;
        Text255: string;
        Text1000: string;
        Text2000: string;
        Text10000: string;
        Text50000: string;
        /** @description That it is kept. */
        Thanks: {
            /** @description For people. */
            message: string;
            success: boolean;
        };
        /** @description What a conversation is called. */
        Title: {
            /** @example How do I become a good... */
            title: string;
        };
        /** @description How tools were used. */
        ToolAnalytics: {
            /** @description The five commonest. */
            most_used_tools: components["schemas"]["ToolCount"][];
            /**
             * Format: double
             * @description 0 to 1; 0 without any use.
             */
            success_rate: number;
            tool_usage: {
                [key: string]: components["schemas"]["ToolUsage"];
            };
            /** Format: int64 */
            total_invocations: number;
        };
        /** @description A conversation in which a tool has shown something. */
        ToolConversation: {
            /** Format: date-time */
            created_at?: string | null;
            /** @description What `after` has to be for what comes behind it. */
            cursor: string;
            /** Format: int64 */
            id: number;
            is_archived: boolean;
            is_favorite: boolean;
            /** Format: date-time */
            last_message_at?: string | null;
            /** Format: int64 */
            message_count: number;
            title: string;
            /** @description In alphabetical order. */
            tools_used: string[];
        };
        /** @description A tool and how often it was used. */
        ToolCount: {
            /** Format: int64 */
            count: number;
            /** @example esco_skills */
            tool: string;
        };
        /** @description How a tool was used. */
        ToolUsage: {
            /**
             * Format: double
             * @description In ms, over the times that are known; 0 without any.
             */
            avg_execution_time: number;
            /** Format: int64 */
            count: number;
            /**
             * Format: int64
             * @description How often it did what it should.
             */
            success: number;
            /**
             * Format: double
             * @description 0 to 1.
             */
            success_rate: number;
        };
        /** @description A word in the titles of conversations. */
        Topic: {
            /**
             * @description In how many titles.
             * @example 3
             */
            count: number;
            /** @example nursing */
            name: string;
            /**
             * Format: double
             * @description Of the titles that were looked at, in percent.
             * @example 37.5
             */
            percentage: number;
        };
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
            anchor_skills: unknown[];
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
            name?: components["schemas"]["Text255"] | null;
            tree_json: components["schemas"]["Json"];
            tree_type: components["schemas"]["Words255"];
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
        /** @description How use went. */
        Trends: {
            /** @description Every day, also those without a message. */
            daily_messages: components["schemas"]["DayCount"][];
            daily_tokens: components["schemas"]["DayCount"][];
            /**
             * Format: double
             * @description By how much the messages of the last seven days are more than those of the first seven, in percent; of fewer days
             *     where there are fewer than fourteen. 0 if the first have none.
             */
            growth_rate_percent: number;
            /**
             * Format: int32
             * @example 30
             */
            period_days: number;
            /** @description Spans of seven days from the first day on; those without anything are left out. */
            weekly_messages: components["schemas"]["WeekCount"][];
            weekly_tokens: components["schemas"]["WeekCount"][];
        };
        /** @description Use over a period. Days are those of UTC. */
        Usage: {
            /** @description Days on which something was written. */
            active_days: number;
            /**
             * Format: double
             * @description Days without a time do not count; 0 if there is none.
             */
            avg_response_time_ms: number;
            /**
             * Format: int64
             * @description Conversations that were begun and are still there.
             */
            conversation_count: number;
            /** Format: date */
            end_date: string;
            /** @description The ten commonest, by how many of these conversations they have. */
            favorite_categories: components["schemas"]["CategoryCount"][];
            /** Format: date */
            most_active_date?: string | null;
            period: components["schemas"]["Period"];
            /** Format: date */
            start_date: string;
            /**
             * Format: int64
             * @description Conversations that the caller has begun, also those that are gone.
             */
            total_conversations: number;
            /**
             * Format: int64
             * @description Messages that the caller has written.
             */
            total_messages: number;
            /** Format: int64 */
            total_tokens_used: number;
        };
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
            content: components["schemas"]["Words50000"];
            /** Format: int64 */
            saved_recommendation_id?: number | null;
        };
        /**
         * Format: int64
         * @description The key of a row.
         */
        UserNoteId: number;
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
            device_type?: components["schemas"]["Text20"] | null;
            feedback_text?: components["schemas"]["Text10000"] | null;
            interaction_duration_seconds?: components["schemas"]["Whole0To604800"] | null;
            interaction_source?: components["schemas"]["Text50"] | null;
            interaction_type: components["schemas"]["Words50"];
            page_position?: components["schemas"]["Whole0To1000000"] | null;
            /** Format: uuid */
            program_id?: string | null;
            rating?: components["schemas"]["Whole1To5"] | null;
            relevance_score?: components["schemas"]["Number0To1"] | null;
            search_filters?: components["schemas"]["Json"] | null;
            search_query?: components["schemas"]["Text2000"] | null;
            /** Format: uuid */
            session_id?: string | null;
            user_agent?: components["schemas"]["Text1000"] | null;
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
            application_status?: components["schemas"]["Text50"] | null;
            personal_notes?: components["schemas"]["Text50000"] | null;
            priority_level?: components["schemas"]["Whole1To5"] | null;
            /**
             * Format: uuid
             * @description A programme of the catalogue; each may be put aside once.
             */
            program_id: string;
            /** Format: date */
            reminder_date?: string | null;
            user_tags?: components["schemas"]["Text50"][] | null;
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
        /** @description What was counted in seven days. */
        WeekCount: {
            /** Format: int64 */
            count: number;
            /**
             * @description First and last day.
             * @example 2026-03-01 - 2026-03-07
             */
            week: string;
        };
        Whole0To20: number;
        Whole0To1000: number;
        Whole0To604800: number;
        Whole0To1000000: number;
        Whole0To86400000: number;
        Whole1To5: number;
        Whole1900To2100: number;
        Words50: string;
        Words64: string;
        Words100: string;
        Words255: string;
        Words500: string;
        Words50000: string;
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
    get_chat_analytics_summary: {
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
                    "application/json": components["schemas"]["ChatSummary"];
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
    get_chat_analytics_topics: {
        parameters: {
            query?: {
                /** @description At most this many, 1 to 50; 10 unless said. */
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
                    "application/json": components["schemas"]["Topic"][];
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
    get_chat_analytics_trends: {
        parameters: {
            query?: {
                /** @description 7 to 365, today being one of them; 30 when left out. */
                days?: number;
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
                    "application/json": components["schemas"]["Trends"];
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
    get_chat_analytics_usage: {
        parameters: {
            query?: {
                /** @description A week when left out. */
                period?: "day" | "week" | "month" | "year";
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
                    "application/json": components["schemas"]["Usage"];
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
    get_chat_categories: {
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
                    "application/json": components["schemas"]["ConversationCategory"][];
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
    post_chat_categories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationCategoryDraft"];
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
                    "application/json": components["schemas"]["ConversationCategory"];
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
    get_chat_categories_id: {
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
                    "application/json": components["schemas"]["ConversationCategory"];
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
    put_chat_categories_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `ConversationCategoryDraft` */
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description The row as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationCategory"];
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
    delete_chat_categories_id: {
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
    patch_chat_categories_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the row */
                id: string;
            };
            cookie?: never;
        };
        /** @description Any of the members of `ConversationCategoryDraft` */
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description The row as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationCategory"];
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
    post_chat_clear: {
        parameters: {
            query?: {
                /** @description The conversation; all of them when left out. */
                conversation_id?: number;
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
                    "application/json": components["schemas"]["Cleared"];
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
    get_chat_conversations: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description Only those of this category of the caller's. */
                category_id?: number;
                /** @description Only archived ones, or only others. */
                is_archived?: boolean;
                /** @description Only favourites, or only others. */
                is_favorite?: boolean;
                /** @description At most this many, 1 to 100; 20 unless said. */
                limit?: number;
                /** @description Leaves so many out, at most 10,000; `after` costs less. */
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
                    "application/json": components["schemas"]["Conversations"];
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
    post_chat_conversations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConversation"];
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
                    "application/json": components["schemas"]["Conversation"];
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
    get_chat_conversations_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
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
                    "application/json": components["schemas"]["Conversation"];
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
    put_chat_conversations_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
                 * @example 7
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
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
    delete_chat_conversations_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
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
    patch_chat_conversations_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
                 * @example 7
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
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
    post_chat_conversations_id_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
                 * @example 7
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Archive"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archived"];
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
    post_chat_conversations_id_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
                 * @example 7
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Export"] | null;
            };
        };
        responses: {
            /** @description `conversation` and `messages`, or text, or a PDF file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                    "application/pdf": Blob;
                    "text/plain": string;
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
    post_chat_conversations_id_favorite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
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
                    "application/json": components["schemas"]["Favorite"];
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
    post_chat_conversations_id_generate_title: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
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
                    "application/json": components["schemas"]["Title"];
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
    get_chat_conversations_id_messages: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: number;
                /** @description At most this many, 1 to 200; 50 unless said. */
                limit?: number;
                /** @description Leaves out so many of the newest, at most 10,000; `after` costs less. */
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
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
                    "application/json": components["schemas"]["ChatMessages"];
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
    get_chat_conversations_id_statistics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
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
                    "application/json": components["schemas"]["Statistics"];
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
    get_chat_search: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                after?: number;
                /** @description At most this many, 1 to 100; 20 unless said. */
                limit?: number;
                /**
                 * @description Words that all have to occur, at most 8; parts of words are found as well.
                 * @example nurse
                 */
                q: string;
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
                    "application/json": components["schemas"]["FoundMessages"];
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
    post_chat_share_conversations_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
                 * @example 7
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ShareOptions"] | null;
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description The share */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewShare"];
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
    get_chat_share_shared_token: {
        parameters: {
            query?: {
                /** @description `next` of the page before. Only the first page counts as a look. */
                after?: number;
                /** @description At most this many messages, 1 to 200; 200 unless said. */
                limit?: number;
            };
            header?: {
                /** @description The password */
                "X-Share-Password"?: string | null;
            };
            path: {
                /** @description What the link ends with */
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
                    "application/json": components["schemas"]["SharedConversation"];
                };
            };
            /** @description A password is needed, or it is another one */
            401: {
                headers: {
                    /** @description `true` */
                    "X-Requires-Password"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such share, it has ended, or it is not for others */
            404: {
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
            /** @description Too many passwords were tried from this address */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    post_chat_share_shared_token: {
        parameters: {
            query?: {
                /** @description `next` of the page before. Only the first page counts as a look. */
                after?: number;
                /** @description At most this many messages, 1 to 200; 200 unless said. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description What the link ends with */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Key"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedConversation"];
                };
            };
            /** @description A password is needed, or it is another one */
            401: {
                headers: {
                    /** @description `true` */
                    "X-Requires-Password"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such share, it has ended, or it is not for others */
            404: {
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
            /** @description Too many passwords were tried from this address */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    put_chat_share_shares_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the share
                 * @example 3
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareOptions"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnShare"];
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
    delete_chat_share_shares_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the share
                 * @example 3
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
    get_chat_share_shares_id_analytics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the share
                 * @example 3
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
                    "application/json": components["schemas"]["ShareAnalytics"];
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
    get_chat_share_user_shares: {
        parameters: {
            query?: {
                /** @description The `share_id` of the last item of the page before. */
                after?: number;
                /** @description At most this many, 1 to 100; 50 unless said. */
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
                    "application/json": components["schemas"]["OwnShare"][];
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
                    "application/json": Record<string, unknown>;
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
                "application/json": Record<string, unknown>;
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
                "application/json": Record<string, unknown>;
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
                    "application/json": components["schemas"]["JustSavedJob"];
                };
            };
            201: {
                headers: {
                    /** @description The row */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JustSavedJob"];
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
                    "application/json": components["schemas"]["OnboardingProfile"];
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
                "application/json": components["schemas"]["OnboardingAnswer"];
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
    get_orientator_conversations: {
        parameters: {
            query?: {
                /** @description The `cursor` of the last item of the page before. */
                after?: string;
                /** @description At most this many, 1 to 100; 20 unless said. */
                limit?: number;
                /** @description Leaves so many out, at most 10,000; `after` costs less. */
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
                    "application/json": components["schemas"]["ToolConversation"][];
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
    get_orientator_conversations_id_messages: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: number;
                /** @description At most this many, 1 to 200; 50 unless said. */
                limit?: number;
                /** @description Leaves out so many of the newest, at most 10,000; `after` costs less. */
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The key of the conversation
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
                    "application/json": components["schemas"]["ShowingMessages"];
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
    post_orientator_feedback: {
        parameters: {
            query?: {
                feedback?: string;
                /** @description For older clients; the body is better. */
                message_id?: number;
                rating?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Feedback"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thanks"];
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
    get_orientator_journey_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Number or Clerk id of the caller
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
                    "application/json": components["schemas"]["Journey"];
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
    post_orientator_save_component: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeptComponent"];
            };
        };
        responses: {
            /** @description It was kept before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            201: {
                headers: {
                    /** @description The saved recommendation */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
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
    get_orientator_tool_analytics: {
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
                    "application/json": components["schemas"]["ToolAnalytics"];
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
                        adaptability?: components["schemas"]["Number0To5"] | null;
                        all_fields?: components["schemas"]["Json"] | null;
                        analytical_thinking?: components["schemas"]["Number0To5"] | null;
                        attention_to_detail?: components["schemas"]["Number0To5"] | null;
                        collaboration?: components["schemas"]["Number0To5"] | null;
                        decision_making?: components["schemas"]["Number0To5"] | null;
                        description?: components["schemas"]["Text50000"] | null;
                        evaluation?: components["schemas"]["Number0To5"] | null;
                        independence?: components["schemas"]["Number0To5"] | null;
                        /** @description What it is called. */
                        label: components["schemas"]["Words255"];
                        main_duties?: components["schemas"]["Text50000"] | null;
                        /** @description Its code; each may be put aside once. */
                        oasis_code: components["schemas"]["Words255"];
                        role_creativity?: components["schemas"]["Number0To5"] | null;
                        role_critical_thinking?: components["schemas"]["Number0To5"] | null;
                        role_digital_literacy?: components["schemas"]["Number0To5"] | null;
                        role_leadership?: components["schemas"]["Number0To5"] | null;
                        role_problem_solving?: components["schemas"]["Number0To5"] | null;
                        stress_tolerance?: components["schemas"]["Number0To5"] | null;
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
                "application/json": components["schemas"]["NewReflection"];
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
                "application/json": Record<string, unknown>;
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
                "application/json": Record<string, unknown>;
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
                "application/json": Record<string, unknown>;
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
                "application/json": Record<string, unknown>;
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
                "application/json": Record<string, unknown>;
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
                "application/json": Record<string, unknown>;
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
                "application/json": Record<string, unknown>;
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
                "application/json": Record<string, unknown>;
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
                    "application/json": components["schemas"]["ProgressNow"];
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
                    "application/json": components["schemas"]["ProgressNow"];
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
                    "application/zip": Blob;
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
                    "application/json": components["schemas"]["Account"];
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
