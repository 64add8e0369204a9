package org.passerelle.protect.casework.care.catalogue.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.protect.casework.care.catalogue.HsdsFiles;
import org.passerelle.refusal.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Pages for import and export of services as HSDS 3.0 files. */
@Controller
@Allowed({Role.SUPERVISOR, Role.PROGRAMME_MANAGER})
class ExchangeController {
  private static final String HERE = CatalogueController.ALL + "/exchange";

  /** Number of faults shown; the first ones are enough to correct a file. */
  private static final int SHOWN = 20;

  private final HsdsFiles files;

  ExchangeController(HsdsFiles files) {
    this.files = files;
  }

  @GetMapping(HERE)
  String show(Act act) {
    act.form(Map.of());
    return page(List.of(), act);
  }

  private static String page(List<HsdsFiles.Fault> faults, Act act) {
    List<String> sentences = faults.stream().limit(SHOWN).map(f -> sentence(f, act)).toList();
    return act.show(
        "protect/care/catalogue/exchange",
        new ExchangePage(sentences, Math.max(0, faults.size() - SHOWN)));
  }

  private static String sentence(HsdsFiles.Fault fault, Act act) {
    String which =
        fault.name().isEmpty()
            ? act.text("catalogue.fault.service", fault.number())
            : act.text("catalogue.fault.named", fault.number(), fault.name());
    String what =
        fault.rule().contains(".")
            ? act.text(fault.rule())
            : act.text("catalogue.fault." + fault.rule(), fault.wanted());
    return act.text("catalogue.fault", which, fault.field(), what);
  }

  @PostMapping(HERE)
  String take(@RequestParam MultipartFile file, Act act) throws IOException {
    Optional<HsdsFiles.Read> read = read(file, act);
    List<HsdsFiles.Fault> faults = read.map(HsdsFiles.Read::faults).orElse(List.of());
    if (!faults.isEmpty()) {
      act.form().errors().add("file", "catalogue.refused.faults", faults.size());
    }
    return act.refusalsAt("file")
        .submit(
            () -> page(faults, act),
            CatalogueController.ALL + "?own=1",
            () -> {
              HsdsFiles.Taken taken = files.take(read.orElseThrow(), act.who());
              act.notice("good", "catalogue.taken", taken.added(), taken.changed(), taken.same());
            });
  }

  private Optional<HsdsFiles.Read> read(MultipartFile file, Act act) throws IOException {
    if (file.isEmpty()) {
      act.form().errors().add("file", "catalogue.refused.none");
      return Optional.empty();
    }
    try {
      return Optional.of(files.read(file.getBytes(), act.who()));
    } catch (Refused refused) {
      act.form().errors().add(refused.at("file"));
      return Optional.empty();
    }
  }

  @GetMapping(HERE + "/services.json")
  ResponseEntity<byte[]> export(Act act) {
    return FileAnswer.saved(
            "services-hsds-3.0-" + act.page().moments().today() + ".json",
            MediaType.APPLICATION_JSON)
        .body(files.export(act.who()));
  }
}
