package org.passerelle.work;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * An uploaded file that is streamed: it need not fit into memory and is never written in clear.
 * Available for {@code POST} to a path that ends with {@code /upload}, if the file is the form's
 * last field.
 *
 * @param name the client's file name
 * @param content can be read once
 */
public record Upload(String name, InputStream content) {
  /** Request attribute that holds it. */
  public static final String ATTRIBUTE = "org.passerelle.work.Upload";

  /** Request attribute that holds all of them. */
  public static final String ALL = "org.passerelle.work.Upload.all";

  /** Files of one form in the order in which they arrive; each is read before the next one. */
  @FunctionalInterface
  public interface Files {
    /**
     * The next file, if there is one.
     *
     * @throws IOException if the connection breaks
     */
    Optional<Upload> next() throws IOException;
  }

  /** The files of a request whose form may have several, the first among them. */
  public static Files all(HttpServletRequest request) {
    return request.getAttribute(ALL) instanceof Files files ? files : Optional::empty;
  }

  /** The file of a request, if one was chosen. */
  public static Optional<Upload> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Upload upload && !upload.name.isEmpty()
        ? Optional.of(upload)
        : Optional.empty();
  }
}
