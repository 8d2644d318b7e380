use super::*;

#[test]
fn words_are_found_in_every_style() {
    for name in ["author_user_id", "AuthorUserID", "authorUserId", "author-user.id", "Author User Id"] {
        assert_eq!(snake(name), "author_user_id", "{name}");
    }
    assert_eq!(snake("user2fa"), "user2fa");
    assert_eq!(snake("HTTPServer"), "http_server");
    assert_eq!(snake("😀"), "");
}

#[test]
fn one_of_many_is_named() {
    for (many, one) in [
        ("users", "user"),
        ("categories", "category"),
        ("people", "person"),
        ("addresses", "address"),
        ("status", "status"),
    ] {
        assert_eq!(singular(many), one);
    }
    assert_eq!(singular("boxes"), "box");
    assert_eq!(singular("classes"), "class");
    assert_eq!(singular("courses"), "course");
    assert_eq!(singular_name("Auth Users"), "auth_user");
}

#[test]
fn names_say_what_a_user_is_to_a_row() {
    for (name, said) in [
        ("user_id", Some(Suggests::Owner)),
        ("userId", Some(Suggests::Owner)),
        ("owner_id", Some(Suggests::Owner)),
        ("member_no", Some(Suggests::Owner)),
        ("sender_id", Some(Suggests::User)),
        ("suggested_id", Some(Suggests::User)),
        ("shared_by", Some(Suggests::User)),
        ("from_user_id", Some(Suggests::User)),
        ("created_by", Some(Suggests::Actor)),
        ("reviewed_by_id", Some(Suggests::Actor)),
        ("carrier_user_id", Some(Suggests::Perhaps)),
        ("manager_id", Some(Suggests::Perhaps)),
        ("reviewer_id", Some(Suggests::Actor)),
        ("created_by_app_id", None),
        ("superseded_by", None),
        ("sort_by", None),
        ("session_id", None),
        ("by_the_way", None),
        ("username", None),
        ("user_agent", None),
        ("author", None),
    ] {
        assert_eq!(suggests(name, "member"), said, "{name}");
    }
}

#[test]
fn names_of_tables_and_columns_are_weighed() {
    assert!(names_people("users") > names_people("members"));
    assert!(names_people("app_users") == 5 && names_people("user_sessions") == 0);
    assert!(names_people("group_members") < names_people("members"));
    assert!(names_subject("clerk_user_id") > names_subject("external_id"));
    assert_eq!(names_subject("clerk_synced_at"), 0);
    assert_eq!(names_subject("clerk_org_id"), 0);
    assert!(names_email("login_mail") && !names_email("email_verified"));
    assert!(names_many_users("participant_ids", "user") && !names_many_users("tags", "user"));
}
