package org.passerelle.understand.network.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.FormErrors;
import org.passerelle.understand.network.Look;
import org.passerelle.understand.network.Measured;
import org.passerelle.understand.network.NetworkPictures;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.Picture;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The workbench: filters, drawing and tables. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class WorkbenchController {
  private static final String HERE = NetworksController.HERE + "/{id}";
  private static final int ON_A_PAGE = 100;
  private static final int MOST_PAGES = 1_000_000;
  private final Networks networks;
  private final NetworkPictures pictures;
  private final NetworkPages pages;
  private final CountryNames countries;
  private final JsonMapper json = JsonMapper.builder().build();

  WorkbenchController(
      Networks networks, NetworkPictures pictures, NetworkPages pages, CountryNames countries) {
    this.networks = networks;
    this.pictures = pictures;
    this.pages = pages;
    this.countries = countries;
  }

  @GetMapping(HERE)
  String drawing(@PathVariable UUID id, Act act) {
    return pages.drawing(networks.open(id, act.who()), act);
  }

  @GetMapping(HERE + "/table")
  String table(@PathVariable UUID id, Act act) {
    WorkbenchPage view = tab(id, "table", act);
    String by = act.asked().shown("by");
    return act.with(
            "ranked",
            RankingPage.of(view.measured(), Measured.NAMES.contains(by) ? by : "degree", page(act)))
        .show("understand/network/table", view);
  }

  @GetMapping(HERE + "/ties")
  String ties(@PathVariable UUID id, Act act) {
    return ties(id, "ties", act);
  }

  @GetMapping(HERE + "/timeline")
  String timeline(@PathVariable UUID id, Act act) {
    return ties(id, "timeline", act);
  }

  private String ties(UUID id, String tab, Act act) {
    WorkbenchPage view = tab(id, tab, act);
    return act.with("lines", TiePage.of(view, tab.equals("timeline"), page(act), ON_A_PAGE))
        .show("understand/network/" + tab, view);
  }

  private static int page(Act act) {
    return act.asked().number("page", 1, MOST_PAGES).orElse(1);
  }

  @GetMapping(HERE + "/map")
  String map(@PathVariable UUID id, Act act) {
    WorkbenchPage view = tab(id, "map", act);
    CorridorPage corridors = CorridorPage.of(view.measured().network());
    return act.with("corridors", corridors)
        .with("countries", names(corridors, act))
        .show("understand/network/map", view);
  }

  private Map<String, String> names(CorridorPage corridors, Act act) {
    Map<String, String> names = new TreeMap<>();
    for (String code : corridors.actors().keySet()) {
      names.put(code, countries.marked(code, act.language()));
      countries
          .footnote(code, act.language())
          .ifPresent(note -> names.put("note " + code, "* " + note));
    }
    return names;
  }

  private WorkbenchPage tab(UUID id, String tab, Act act) {
    OpenedNetwork opened = networks.open(id, act.who());
    return pages.tab(opened, tab, ViewForm.read(act.asked(), opened.network()), act.who());
  }

  /** The panel of the selected element: a fragment that the page loads by script. */
  @GetMapping(HERE + "/panel")
  String panel(@PathVariable UUID id, Act act) {
    return pages.panel(networks.look(id, act.who()), act);
  }

  /** The drawing's data, for the drawing library. */
  @GetMapping(HERE + "/picture.json")
  ResponseEntity<byte[]> picture(@PathVariable UUID id, Act act) {
    OpenedNetwork opened = networks.look(id, act.who());
    Look look = ViewForm.read(act.asked(), opened.network());
    Measured measured = pictures.measured(opened, look);
    Picture picture = pictures.picture(opened, measured, look, act.who());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsBytes(drawn(picture, measured, look, act)));
  }

  private static Map<String, Object> drawn(Picture picture, Measured measured, Look look, Act act) {
    double[] sizes = measured.values(look.size());
    double[] colours = measured.values(look.colour());
    List<Map<String, Object>> nodes = new ArrayList<>();
    for (Picture.Node node : picture.nodes()) {
      Map<String, Object> sign = new LinkedHashMap<>();
      sign.put("id", node.id());
      sign.put("kind", node.victim() ? "victim" : node.kind());
      sign.put("label", node.label());
      sign.put("x", node.x());
      sign.put("y", node.y());
      sign.put("group", node.group());
      sign.put("members", node.members());
      sign.put("size", node.v() < 0 ? 0 : finite(sizes[node.v()]));
      sign.put("shade", node.v() < 0 ? 0 : finite(colours[node.v()]));
      nodes.add(sign);
    }
    Map<String, Object> drawn = new LinkedHashMap<>();
    drawn.put("nodes", nodes);
    drawn.put("lines", picture.lines());
    drawn.put("actors", picture.actors());
    drawn.put("ties", picture.ties());
    drawn.put("aggregated", picture.aggregated());
    drawn.put("told", WorkbenchPage.told(measured, picture, act.page()));
    drawn.put("opened", picture.opened());
    drawn.put("from", look.lens().from());
    drawn.put("to", look.lens().to());
    drawn.put(
        "unread", act.asked().errors().all().stream().map(FormErrors.Problem::field).toList());
    drawn.put(
        "ways",
        NetworkPictures.ways(measured, look).stream()
            .map(
                way ->
                    way.vertices().stream()
                        .map(v -> measured.network().actors().get(v).id())
                        .toList())
            .toList());
    return drawn;
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
