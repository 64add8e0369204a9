package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;

/**
 * Maximum size of a body: whatever a person can type is accepted, and anonymous clients cannot make
 * the server hold more than that.
 */
final class BodyLimits {
  /** A form of many long texts in Cyrillic, whose letters take six characters each when encoded. */
  static final long FORM = 2L << 20;

  /**
   * The same for anonymous clients: a user whose session expired while writing still gets the text
   * back.
   */
  static final long STRANGERS_FORM = 512L << 10;

  /** An authenticator's response, and anything else from anonymous clients. */
  static final long SMALL = 128L << 10;

  /** A form with a file kept in memory; the file itself may have 10 MB. */
  static final long WITH_FILE = 12L << 20;

  /** A file that is streamed; modules set lower limits. */
  static final long STREAMED = (1L << 30) + (1L << 20);

  /** A request of the API. */
  static final long PROGRAM = 1L << 20;

  private BodyLimits() {}

  /** Maximum number of bytes for a request. */
  static long of(HttpServletRequest request, boolean signedIn) {
    String type = request.getContentType() == null ? "" : request.getContentType();
    if (request.getRequestURI().startsWith("/api/")) {
      return type.startsWith(MediaType.APPLICATION_JSON_VALUE) ? PROGRAM : SMALL;
    }
    if (NodeDoor.is(request)) {
      return type.startsWith(NodeDoor.TYPE) ? NodeDoor.MOST : SMALL;
    }
    if (PhoneDoor.is(request)) {
      return signedIn ? PhoneDoor.most(request) : SMALL;
    }
    if (TipDoor.is(request)) {
      return TipDoor.MOST;
    }
    if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
      return signedIn ? FORM : STRANGERS_FORM;
    }
    if (signedIn && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
      return StreamedUpload.is(request) ? STREAMED : WITH_FILE;
    }
    return SMALL;
  }
}
