package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Content of a request. */
final class RequestContent {
  private RequestContent() {}

  static Filled fields(HttpServletRequest request) {
    Map<String, List<String>> sent = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> sent.put(name, Arrays.asList(values)));
    return Filled.of(sent);
  }

  /** The client's name of an uploaded file; empty if none was chosen. */
  static String fileName(HttpServletRequest request, String name) {
    MultipartHttpServletRequest parts =
        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    MultipartFile file = parts == null ? null : parts.getFile(name);
    String called = file == null ? null : file.getOriginalFilename();
    return called == null ? "" : called;
  }

  /** The bytes of an uploaded file; empty if none was chosen. */
  static byte[] file(HttpServletRequest request, String name) {
    MultipartHttpServletRequest parts =
        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    MultipartFile file = parts == null ? null : parts.getFile(name);
    try {
      return file == null ? new byte[0] : file.getBytes();
    } catch (IOException e) {
      throw new MultipartException("The file could not be read.", e);
    }
  }
}
