package org.passerelle.understand.diagnosis.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.refusal.Refused;
import org.passerelle.understand.diagnosis.Theme;
import org.passerelle.understand.diagnosis.refi.RefiExports;
import org.passerelle.understand.diagnosis.refi.RefiImports;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Import and export of files for other programs. */
@Controller
@Allowed(Role.ANALYST)
class RefiController {
  private static final String OF = DiagnosisController.HERE + "/{id}";

  /** Maximum number of names listed, so that the message fits on a page. */
  private static final int MOST_NAMED = 20;

  private final RefiExports exports;
  private final RefiImports imports;
  private final DiagnosisPages pages;

  RefiController(RefiExports exports, RefiImports imports, DiagnosisPages pages) {
    this.exports = exports;
    this.imports = imports;
    this.pages = pages;
  }

  @GetMapping(OF + "/exchange")
  String show(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    return act.with(
            "themes",
            Theme.SHIPPED.stream().map(c -> new Option(c, act.text("theme." + c))).toList())
        .show("understand/diagnosis/exchange", pages.find(id, act.who()));
  }

  @GetMapping(OF + "/export.qdpx")
  ResponseEntity<byte[]> export(@PathVariable UUID id, Act act) {
    byte[] file = exports.export(id, act.page().texts(), act.who());
    return FileAnswer.saved(
            "diagnosis-" + act.page().moments().today() + ".qdpx",
            MediaType.APPLICATION_OCTET_STREAM)
        .body(file);
  }

  @PostMapping(OF + "/exchange")
  String take(@PathVariable UUID id, @RequestParam MultipartFile file, Act act) throws IOException {
    pages.find(id, act.who());
    Filled form = act.form();
    String under = form.code("under", Set.copyOf(Theme.SHIPPED));
    String coder = form.text("coder", Filled.SHORT);
    boolean enter = form.ticked("enter");
    if (file.isEmpty()) {
      form.errors().add("file", "refi.refused.none");
    }
    Optional<RefiImports.Read> read =
        form.errors().isEmpty() ? read(file.getBytes(), coder, act) : Optional.empty();
    return act.refusalsAt("file")
        .submit(
            () -> page(id, act),
            DiagnosisController.HERE + "/" + id + "/exchange",
            () -> told(imports.take(id, read.orElseThrow(), under, coder, enter, act.who()), act));
  }

  /** Parses the file before a transaction begins. */
  private Optional<RefiImports.Read> read(byte[] content, String coder, Act act) {
    try {
      RefiImports.Read read = imports.read(content);
      if (!read.clear(coder, act.who())) {
        throw new Refused("refi.coder.which", named(read.coders())).at("coder");
      }
      return Optional.of(read);
    } catch (Refused refused) {
      act.form().errors().add(refused.field().isEmpty() ? refused.at("file") : refused);
      return Optional.empty();
    }
  }

  private static void told(RefiImports.Taken taken, Act act) {
    String told = act.text("refi.taken", taken.themes(), taken.codes(), taken.texts());
    if (taken.entered() > 0) {
      told += " " + act.text("refi.taken.entered", taken.entered());
    }
    if (taken.strange() > 0) {
      told += " " + act.text("refi.taken.strange", taken.strange());
    }
    if (taken.left() > 0) {
      told += " " + act.text("refi.taken.left", taken.left());
    }
    act.said("good", told);
  }

  private static String named(List<String> coders) {
    return String.join(", ", coders.stream().limit(MOST_NAMED).toList());
  }
}
