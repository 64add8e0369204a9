package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;

/** The door at which other nodes bring their envelopes, beside those for people and programs. */
public final class NodeDoor {
  /** Its address; an envelope is sent by POST and answered by a receipt. */
  public static final String PATH = "/node/envelope";

  /** What an envelope and a receipt are (RFC 7515, RFC 7516: compact form). */
  public static final String TYPE = "application/jose";

  /** Longest envelope, in octets. */
  public static final long MOST = 1L << 20;

  private NodeDoor() {}

  /** Whether a request comes to it. Nothing that a browser sends by itself counts there. */
  public static boolean is(HttpServletRequest request) {
    return request.getRequestURI().equals(PATH);
  }
}
