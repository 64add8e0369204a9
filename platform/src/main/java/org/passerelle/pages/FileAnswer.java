package org.passerelle.pages;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file response with the headers that every file needs: it is not cached on the way, its type is
 * not guessed, and scripts within it cannot act as a page of this site. The content follows, whole
 * or as a stream:
 *
 * <pre>{@code
 * return FileAnswer.saved("case-A7.pdf", MediaType.APPLICATION_PDF).body(bytes);
 * }</pre>
 */
public final class FileAnswer {
  /** A workbook (ISO/IEC 29500). */
  public static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** A table of comma-separated values. */
  public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** A calendar (RFC 5545). */
  public static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private FileAnswer() {}

  /**
   * A file for download. If the browser displays it nevertheless, nothing in it is executed.
   *
   * @param name proposed file name
   */
  public static ResponseEntity.BodyBuilder saved(String name, MediaType type) {
    return file(ContentDisposition.attachment(), name, type)
        .header("Content-Security-Policy", "sandbox; default-src 'none'");
  }

  /** A picture, calendar or print edition that the browser displays; never an HTML page. */
  public static ResponseEntity.BodyBuilder shown(String name, MediaType type) {
    return file(ContentDisposition.inline(), name, type);
  }

  /** A response for one of the operator's commands on this machine. */
  public static ResponseEntity.BodyBuilder forCommand() {
    return saved("answer", MediaType.APPLICATION_OCTET_STREAM);
  }

  private static ResponseEntity.BodyBuilder file(
      ContentDisposition.Builder disposition, String name, MediaType type) {
    boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
    ContentDisposition named =
        (plain ? disposition.filename(name) : disposition.filename(name, StandardCharsets.UTF_8))
            .build();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", named.toString())
        .header("X-Content-Type-Options", "nosniff")
        .contentType(type);
  }
}
