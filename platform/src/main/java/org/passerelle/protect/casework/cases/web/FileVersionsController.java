package org.passerelle.protect.casework.cases.web;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.cases.files.FileVersions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Page of a file of a case with its description and versions. */
@Controller
@RequestMapping("/protect/cases/{id}/files/{file}")
@Caseworkers
class FileVersionsController {
  private final Cases cases;
  private final FileVersions versions;

  FileVersionsController(Cases cases, FileVersions versions) {
    this.cases = cases;
    this.versions = versions;
  }

  @GetMapping("/change")
  String change(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    CaseAttachments.Listed listed = versions.open(id, file, act.who());
    act.form(Map.of("description", listed.description()));
    return page(id, listed, act);
  }

  @PostMapping("/description")
  String describe(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    String description = act.form().text("description", CaseAttachments.DESCRIPTION);
    return act.submit(
        () -> page(id, versions.open(id, file, act.who()), act),
        "/protect/cases/" + id + "/notes",
        () -> {
          versions.describe(id, file, description, act.who());
          act.notice("good", "file.described.saved");
        });
  }

  @PostMapping("/versions")
  String add(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    byte[] content = act.file("file");
    String name = act.fileName("file");
    return act.refusalsAt("file")
        .submit(
            () -> {
              CaseAttachments.Listed listed = versions.open(id, file, act.who());
              act.form().unlessSent("description", listed.description());
              return page(id, listed, act);
            },
            "/protect/cases/" + id + "/notes",
            () -> {
              versions.add(id, file, name, content, act.who());
              act.notice("good", "file.version.saved");
            });
  }

  private String page(UUID id, CaseAttachments.Listed listed, Act act) {
    return act.show(
        "protect/cases/file", new FilePage(cases.find(id, act.who()), listed, act.form()));
  }
}
