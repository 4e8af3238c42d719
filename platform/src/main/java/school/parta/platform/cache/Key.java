package school.parta.platform.cache;

/** Which value of which school. */
record Key(int tenant, String name) {}
