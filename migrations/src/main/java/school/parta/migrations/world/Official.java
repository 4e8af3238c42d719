package school.parta.migrations.world;

/** Somebody who works in the school and teaches nobody. */
record Official(String position, Human human) {}
