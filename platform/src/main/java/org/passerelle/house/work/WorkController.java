package org.passerelle.house.work;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Act;
import org.passerelle.pages.NotFound;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.WorkFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own work in the background. */
@Controller
@Allowed
class WorkController {
  private static final int SHOWN = 50;
  private final BackgroundWork work;
  private final AuditLog audit;

  WorkController(BackgroundWork work, AuditLog audit) {
    this.work = work;
    this.audit = audit;
  }

  @GetMapping("/work")
  String all(Act act) {
    act.with("all", work.newest(act.who(), SHOWN));
    return "house/work/list";
  }

  @GetMapping("/work/{id}")
  String one(@PathVariable UUID id, Act act) {
    List<WorkFile> files = work.files(id, act.who()).stream().filter(f -> !f.input()).toList();
    act.with("view", WorkPage.of(work.find(id, act.who()), files, act.page()));
    return "house/work/work";
  }

  @PostMapping("/work/{id}/cancel")
  String cancel(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          work.cancel(id, act.who());
          return "/work/" + id;
        });
  }

  @GetMapping("/work/{id}/files/{file}")
  void file(@PathVariable UUID id, @PathVariable UUID file, Act act, HttpServletResponse response)
      throws IOException {
    WorkFile found =
        work.files(id, act.who()).stream()
            .filter(f -> f.id().equals(file))
            .findFirst()
            .orElseThrow(NotFound::new);
    audit.write(act.who(), "work.file-read", "work", id, Map.of("file", file.toString()));
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(found.name(), StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setContentType(found.mediaType());
    response.setContentLengthLong(found.size());
    try (InputStream in = work.open(id, file, act.who())) {
      in.transferTo(response.getOutputStream());
    }
  }
}
