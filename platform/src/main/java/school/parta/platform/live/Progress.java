package school.parta.platform.live;

/** Whether a line still takes what is sent, looked at once a second. */
final class Progress {

    private int stuck;
    private int pendingBefore;
    private boolean asked;

    /** The client's side asked for more: it took something. */
    void asked() {
        asked = true;
    }

    /** How many seconds in a row the line has taken nothing. */
    int stuckFor(long pendingBytes) {
        var pending = (int) Math.min(Integer.MAX_VALUE, pendingBytes);
        stuck = pending == 0 || pending < pendingBefore || asked ? 0 : stuck + 1;
        pendingBefore = pending;
        asked = false;
        return stuck;
    }
}
