package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;

/** The endpoint for envelopes of other nodes, besides those for people and programs. */
public final class NodeDoor {
  /** Its path; an envelope is sent by POST and answered with a receipt. */
  public static final String PATH = "/node/envelope";

  /** Media type of an envelope and a receipt (RFC 7515, RFC 7516: compact form). */
  public static final String TYPE = "application/jose";

  /** Maximum size of an envelope in bytes. */
  public static final long MOST = 1L << 20;

  private NodeDoor() {}

  /**
   * Whether a request is for this endpoint. Credentials that a browser attaches automatically do
   * not count here.
   */
  public static boolean is(HttpServletRequest request) {
    return request.getRequestURI().equals(PATH);
  }
}
