package org.passerelle.house.warming;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response that nobody reads. For a single page, not thread-safe. */
final class InnerResponse extends HttpServletResponseWrapper {
  private final StringWriter text = new StringWriter();
  private final PrintWriter writer = new PrintWriter(text);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int status = SC_OK;

  InnerResponse() {
    super(InnerRequest.nothing(HttpServletResponse.class));
  }

  /** The rendered text. */
  String shown() {
    writer.flush();
    return text + bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new Kept();
  }

  @Override
  public void setStatus(int now) {
    status = now;
  }

  @Override
  public void sendError(int now, String message) {
    status = now;
  }

  @Override
  public void sendError(int now) {
    status = now;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public String getCharacterEncoding() {
    return "UTF-8";
  }

  @Override
  public String encodeURL(String address) {
    return address;
  }

  @Override
  public String encodeRedirectURL(String address) {
    return address;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return null;
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return List.of();
  }

  @Override
  public Collection<String> getHeaderNames() {
    return List.of();
  }

  /** Collects the output. */
  private final class Kept extends ServletOutputStream {
    @Override
    public void write(int octet) {
      bytes.write(octet);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("Asynchronous writing is not supported here.");
    }
  }
}
