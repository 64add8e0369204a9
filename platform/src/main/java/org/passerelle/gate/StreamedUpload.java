package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;

/** Forms that are streamed because their file may be larger than memory. */
public final class StreamedUpload {
  private StreamedUpload() {}

  /** Whether this is one. */
  public static boolean is(HttpServletRequest request) {
    String type = request.getContentType();
    return request.getMethod().equals("POST")
        && request.getRequestURI().endsWith("/upload")
        && type != null
        && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }
}
