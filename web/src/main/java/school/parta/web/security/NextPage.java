package school.parta.web.security;

import org.jspecify.annotations.Nullable;

/** Where to go after sign-in: only to a path of our own. */
public final class NextPage {

    public static final String HOME = "/";

    private static final int LONGEST = 500;

    private NextPage() {}

    /** The path itself if it is one of ours, else the home page. */
    public static String of(@Nullable String wanted) {
        return wanted != null && isLocal(wanted) ? wanted : HOME;
    }

    private static boolean isLocal(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && !path.startsWith("/log")
                && !path.startsWith("/api/")
                && path.chars().allMatch(character -> character > ' ' && character < 0x7f && character != '\\');
    }
}
