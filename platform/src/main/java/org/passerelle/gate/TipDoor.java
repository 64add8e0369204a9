package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;

/**
 * The pages by which anybody sends a tip: strangers may attach files there, as users may elsewhere.
 */
public final class TipDoor {
  /** Path of the form for a new tip. */
  public static final String PATH = "/tips";

  /** Path of the form by which a writer adds something. */
  public static final String ADD = "/tips/return/add";

  /** Maximum number of bytes: the largest sealed tip with the fields around it. */
  static final long MOST = 5L << 20;

  private TipDoor() {}

  /** Whether a request is a form with files at one of these pages. */
  static boolean is(HttpServletRequest request) {
    String type = request.getContentType();
    String path = request.getRequestURI();
    return (path.equals(PATH) || path.equals(ADD))
        && type != null
        && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }
}
