package org.passerelle.work;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.Optional;

/**
 * A file that comes in with the request, read while it arrives: it need not fit into memory and is
 * never written in clear. There on {@code POST} to a path that ends with {@code /upload}, if the
 * file is the form's last field.
 *
 * @param name as the user's device calls it
 * @param content to be read once
 */
public record Upload(String name, InputStream content) {
  /** Where the request carries it. */
  public static final String ATTRIBUTE = "org.passerelle.work.Upload";

  /** The file of a request, if one was chosen. */
  public static Optional<Upload> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Upload upload && !upload.name.isEmpty()
        ? Optional.of(upload)
        : Optional.empty();
  }
}
