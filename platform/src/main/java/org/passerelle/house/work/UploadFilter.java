package org.passerelle.house.work;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.passerelle.gate.EarlyRejection;
import org.passerelle.gate.PlainText;
import org.passerelle.gate.StreamedUpload;
import org.passerelle.work.Upload;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Parses the fields of a multipart form up to the file and leaves the file in the stream for the
 * handler. Authorisation comes first: the security rules see the fields before anything reads the
 * file.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class UploadFilter extends OncePerRequestFilter {
  private static final int MOST_FIELDS = 20;
  private static final int LONGEST_FIELD = 2_000;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !StreamedUpload.is(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Optional<EarlyRejection> why;
    try {
      why = read(request, fields);
    } catch (IOException | RuntimeException broken) {
      why = Optional.of(EarlyRejection.of(request).orElse(EarlyRejection.BROKEN_FILE));
    }
    if (why.isPresent()) {
      why.get().answer(request, response);
      return;
    }
    chain.doFilter(new WithFields(request, fields), response);
  }

  private static Upload file(FileItemStream part) throws IOException {
    return new Upload(part.getName() == null ? "" : part.getName(), part.openStream());
  }

  /** The files of a form while they arrive. Fields behind the first are ignored. */
  private static final class Arriving implements Upload.Files {
    private @Nullable Upload first;
    private final FileItemIterator parts;

    Arriving(Upload first, FileItemIterator parts) {
      this.first = first;
      this.parts = parts;
    }

    @Override
    public Optional<Upload> next() throws IOException {
      Upload next = first;
      first = null;
      while (next == null || next.name().isEmpty()) {
        if (!parts.hasNext()) {
          return Optional.empty();
        }
        FileItemStream part = parts.next();
        next = part.isFormField() ? null : file(part);
      }
      return Optional.of(next);
    }
  }

  /** Reads up to the first file; only a form of several files is read further. */
  private static Optional<EarlyRejection> read(
      HttpServletRequest request, Map<String, List<String>> fields) throws IOException {
    FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
    for (int count = 0; parts.hasNext(); count++) {
      FileItemStream part = parts.next();
      if (!part.isFormField()) {
        Upload first = file(part);
        request.setAttribute(Upload.ATTRIBUTE, first);
        request.setAttribute(Upload.ALL, new Arriving(first, parts));
        return Optional.empty();
      }
      byte[] value = part.openStream().readNBytes(LONGEST_FIELD + 1);
      if (count == MOST_FIELDS || value.length > LONGEST_FIELD) {
        return Optional.of(EarlyRejection.TOO_LARGE);
      }
      Optional<String> text = PlainText.of(value);
      if (text.isEmpty()) {
        return Optional.of(EarlyRejection.NOT_TEXT);
      }
      fields.computeIfAbsent(part.getFieldName(), name -> new ArrayList<>()).add(text.get());
    }
    return Optional.empty();
  }

  private static final class WithFields extends HttpServletRequestWrapper {
    private final Map<String, List<String>> fields;

    WithFields(HttpServletRequest request, Map<String, List<String>> fields) {
      super(request);
      this.fields = fields;
    }

    @Override
    public String getContentType() {
      return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    }

    @Override
    public @Nullable String getParameter(String name) {
      List<String> values = fields.get(name);
      return values == null ? null : values.get(0);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      List<String> values = fields.get(name);
      return values == null ? null : values.toArray(String[]::new);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      Map<String, String[]> all = new LinkedHashMap<>();
      fields.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
      return all;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(fields.keySet());
    }
  }
}
