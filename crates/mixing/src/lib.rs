//! Only tests: what must not compile, and what the compiler says about it.
