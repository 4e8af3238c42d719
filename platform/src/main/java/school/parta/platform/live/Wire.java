package school.parta.platform.live;

/** The line to a client below its stream: what only the server that holds the socket knows and can do. */
public interface Wire {

    /** Bytes given to the socket that the network has not taken yet. */
    long pending();

    /** Closes the line at once, whatever is still on its way. */
    void cut();
}
