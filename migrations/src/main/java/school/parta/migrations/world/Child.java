package school.parta.migrations.world;

/** A pupil and the family. */
record Child(Human human, Family family) {}
