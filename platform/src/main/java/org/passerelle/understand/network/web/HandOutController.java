package org.passerelle.understand.network.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.exchange.CsvWriter;
import org.passerelle.network.exchange.FollowTheMoney;
import org.passerelle.network.exchange.GexfWriter;
import org.passerelle.network.exchange.GraphMlWriter;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.refusal.Refused;
import org.passerelle.understand.network.CaseEntries;
import org.passerelle.understand.network.Look;
import org.passerelle.understand.network.Measured;
import org.passerelle.understand.network.NetworkPictures;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.Picture;
import org.passerelle.understand.network.PictureSvg;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exports of a network, and adding of case data: both under the user's name and logged. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class HandOutController {
  private static final String HERE = NetworksController.HERE + "/{id}";
  private static final Map<String, String> FORMATS =
      Map.of(
          "graphml", "application/xml",
          "gexf", "application/xml",
          "ftm", "application/x-ndjson",
          "csv", "text/csv;charset=UTF-8",
          "actors", "text/csv;charset=UTF-8",
          "svg", "image/svg+xml");

  private final Networks networks;
  private final NetworkPictures pictures;
  private final CaseEntries entries;
  private final CodeOptions options;
  private final Organisations organisations;
  private final AuditLog audit;

  HandOutController(
      Networks networks,
      NetworkPictures pictures,
      CaseEntries entries,
      CodeOptions options,
      Organisations organisations,
      AuditLog audit) {
    this.networks = networks;
    this.pictures = pictures;
    this.entries = entries;
    this.options = options;
    this.organisations = organisations;
    this.audit = audit;
  }

  @GetMapping(HERE + "/export")
  String choose(@PathVariable UUID id, Act act) {
    OpenedNetwork opened = networks.look(id, act.who());
    Look look = ViewForm.read(act.asked(), opened.network());
    return act.with("opened", opened)
        .with("look", look)
        .with("seen", look.lens().seen(opened.network()))
        .with("withVictims", act.who().is(Role.PROSECUTOR))
        .show("understand/network/export");
  }

  /** Exports the displayed network. Victims are included only if a prosecutor requests it. */
  @PostMapping(HERE + "/export")
  ResponseEntity<byte[]> export(@PathVariable UUID id, Act act) throws IOException {
    Filled form = act.form();
    SignedIn who = act.who();
    String format = form.neededCode("format", FORMATS.keySet());
    if (format.isEmpty()) {
      throw new Refused("network.refused.format");
    }
    OpenedNetwork opened = networks.look(id, who);
    CaseNetwork seen = ViewForm.read(form, opened.network()).lens().seen(opened.network());
    boolean victims = form.ticked("victims") && who.is(Role.PROSECUTOR);
    CaseNetwork leaving = opened.state().outward(victims ? seen : seen.withoutVictims());
    String written =
        format.equals("svg")
            ? drawn(opened, ViewForm.read(form, opened.network()), victims, act)
            : written(leaving, format);
    audit.write(
        who,
        "network.exported",
        "network",
        id,
        Map.of(
            "format", format,
            "actors", Integer.toString(leaving.actors().size()),
            "victims", Boolean.toString(victims)));
    String name =
        format.equals("actors") || format.equals("csv")
            ? format + ".csv"
            : format.equals("ftm") ? "network.ftm.json" : "network." + format;
    return FileAnswer.saved(
            name, MediaType.parseMediaType(FORMATS.getOrDefault(format, "text/plain")))
        .body(written.getBytes(StandardCharsets.UTF_8));
  }

  /** What the workbench draws by the same view; of what leaves without victims, without them. */
  private String drawn(OpenedNetwork opened, Look view, boolean victims, Act act)
      throws IOException {
    Look look = victims ? view : view.withoutVictims();
    Measured measured = pictures.measured(opened, look);
    Picture picture = pictures.picture(opened, measured, look, act.who());
    StringBuilder out = new StringBuilder();
    new PictureSvg(picture, measured, look, NetworkPictures.ways(measured, look))
        .write(opened.title(), WorkbenchPage.told(measured, picture, act.page()), out);
    return out.toString();
  }

  private static String written(CaseNetwork network, String format) throws IOException {
    StringBuilder out = new StringBuilder();
    switch (format) {
      case "graphml" -> GraphMlWriter.write(network, out);
      case "gexf" -> GexfWriter.write(network, out);
      case "ftm" -> FollowTheMoney.write(network, out);
      case "csv" -> CsvWriter.ties(network, out);
      default -> {
        List<List<@Nullable Object>> none = new ArrayList<>();
        network.actors().forEach(actor -> none.add(List.of()));
        CsvWriter.actors(network, List.of(), none, out);
      }
    }
    return out.toString();
  }

  @GetMapping(HERE + "/cases")
  String cases(@PathVariable UUID id, Act act) {
    return act.with("opened", networks.look(id, act.who()))
        .with("offers", entries.offered(id, act.who()))
        .with(
            "organisations",
            organisations.all().stream()
                .collect(Collectors.toMap(Organisation::id, o -> o.name().in(act.language()))))
        .show("understand/network/cases");
  }

  @PostMapping(HERE + "/cases")
  String enter(@PathVariable UUID id, @RequestParam UUID basis, Act act) {
    return act.once(
        () -> {
          UUID victim = entries.enter(id, basis, words(act.page()), act.who());
          act.notice("good", "network.cases.entered");
          return NetworksController.HERE + "/" + id + "?selected=" + victim;
        });
  }

  private CaseEntries.Words words(Page page) {
    Map<String, String> relations = new HashMap<>();
    options
        .ordered("relations", page.language())
        .forEach(option -> relations.put(option.value(), option.label()));
    return new CaseEntries.Words(
        page.text("network.cases.source"),
        relations,
        page.text("network.cases.suspected"),
        page.text("network.cases.uses"));
  }
}
