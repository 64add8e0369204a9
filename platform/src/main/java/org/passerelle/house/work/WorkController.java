package org.passerelle.house.work;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.refusal.NotFound;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.WorkFile;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The user's own background work. */
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
  ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    WorkFile found =
        work.files(id, act.who()).stream()
            .filter(f -> f.id().equals(file))
            .findFirst()
            .orElseThrow(NotFound::new);
    audit.write(act.who(), "work.file-read", "work", id, Map.of("file", file.toString()));
    return FileAnswer.saved(found.name(), MediaType.parseMediaType(found.mediaType()))
        .contentLength(found.size())
        .body(new InputStreamResource(work.open(id, file, act.who())));
  }
}
