package org.passerelle.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Parses a form before anything else does, so that a malformed one ends here, with a response and
 * not with an exception that writes the form's content to the log. Browsers send UTF-8; an invalid
 * byte comes from a badly written program.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
@PublicProcess
class WellFormed extends OncePerRequestFilter {
  private static final char REPLACED = '\ufffd';

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<EarlyRejection> why =
        EarlyRejection.of(request).filter(one -> !isTold(one, request)).or(() -> wrong(request));
    if (why.isPresent()) {
      why.get().answer(request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Whether the endpoint itself answers, and logs the sender; nothing of the body is read. */
  private static boolean isTold(EarlyRejection why, HttpServletRequest request) {
    return why == EarlyRejection.TOO_LARGE && request.getRequestURI().startsWith(PhoneDoor.RECORDS);
  }

  private static Optional<EarlyRejection> wrong(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query != null && !PlainText.isQuery(query)) {
      return Optional.of(EarlyRejection.NOT_TEXT);
    }
    try {
      // streamed by the handler that takes the file
      if (!StreamedUpload.is(request)) {
        request.getParameterMap();
        if (isMultipart(request) && !isText(request)) {
          return Optional.of(EarlyRejection.NOT_TEXT);
        }
      }
      return Optional.empty();
    } catch (InvalidParameterException
        | MeteredBody.Ended
        | IOException
        | ServletException unreadable) {
      return Optional.of(EarlyRejection.of(request).orElseGet(() -> reason(unreadable, request)));
    }
  }

  private static EarlyRejection reason(Exception unreadable, HttpServletRequest request) {
    if (has(unreadable, java.nio.charset.CharacterCodingException.class)) {
      return EarlyRejection.NOT_TEXT;
    }
    if (unreadable instanceof InvalidParameterException known && known.getErrorCode() == 413) {
      return EarlyRejection.TOO_LARGE;
    }
    return isMultipart(request) ? EarlyRejection.BROKEN_FILE : EarlyRejection.INCOMPLETE;
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return request.getMethod().equals("POST")
        && type != null
        && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  /** The container replaces invalid bytes in a part, so the raw bytes are checked again. */
  private static boolean isText(HttpServletRequest request) throws IOException, ServletException {
    for (Part part : request.getParts()) {
      String file = part.getSubmittedFileName();
      if (part.getName().indexOf(REPLACED) >= 0
          || (file != null && file.indexOf(REPLACED) >= 0)
          || (file == null && !isText(part))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(Part field) throws IOException {
    try (InputStream in = field.getInputStream()) {
      return PlainText.of(in.readAllBytes()).isPresent();
    }
  }
}
