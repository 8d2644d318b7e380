//! Passing one kind of id for the other must not compile.

#[test]
fn the_two_ids_do_not_mix() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui/right.rs");
    cases.compile_fail("tests/ui/wrong_*.rs");
}
