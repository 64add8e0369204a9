package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;

/**
 * How large a body may be: what a person types fits, and whoever is not signed in cannot make the
 * house keep more than that.
 */
final class BodyLimits {
  /** A form of many long texts in Cyrillic, whose every letter takes six signs on the way. */
  static final long FORM = 2L << 20;

  /**
   * The same from a stranger: whoever was signed out while they wrote still gets their text back.
   */
  static final long STRANGERS_FORM = 512L << 10;

  /** Answers of an authenticator; everything else of a stranger. */
  static final long SMALL = 128L << 10;

  /** A form with a file that is kept in memory; the file itself may have 10 MB. */
  static final long WITH_FILE = 12L << 20;

  /** A file that is read while it arrives; rooms allow less. */
  static final long STREAMED = (1L << 30) + (1L << 20);

  /** What a program sends. */
  static final long PROGRAM = 1L << 20;

  private BodyLimits() {}

  /** The most bytes that a request may bring. */
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
    if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
      return signedIn ? FORM : STRANGERS_FORM;
    }
    if (signedIn && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
      return StreamedUpload.is(request) ? STREAMED : WITH_FILE;
    }
    return SMALL;
  }
}
