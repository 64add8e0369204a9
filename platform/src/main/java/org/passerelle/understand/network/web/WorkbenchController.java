package org.passerelle.understand.network.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.understand.network.KeptViews;
import org.passerelle.understand.network.Look;
import org.passerelle.understand.network.Measured;
import org.passerelle.understand.network.NetworkPictures;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.Picture;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The workbench: what is looked at, drawn, and told in tables. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class WorkbenchController {
  private static final String HERE = NetworksController.HERE + "/{id}";

  /** The library that draws puts one style of its own into the page, this one. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='; "
          + "script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
          + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  private static final int ON_A_PAGE = 100;
  private final Networks networks;
  private final NetworkPictures pictures;
  private final Panels panels;
  private final KeptViews views;
  private final CountryNames countries;
  private final JsonMapper json = JsonMapper.builder().build();

  WorkbenchController(
      Networks networks,
      NetworkPictures pictures,
      Panels panels,
      KeptViews views,
      CountryNames countries) {
    this.networks = networks;
    this.pictures = pictures;
    this.panels = panels;
    this.views = views;
    this.countries = countries;
  }

  @GetMapping(HERE)
  String drawing(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    response.setHeader("Content-Security-Policy", POLICY);
    return show(networks.open(id, who), "drawing", sent, who, model);
  }

  @GetMapping(HERE + "/table")
  String table(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(defaultValue = "degree") String by,
      @RequestParam(defaultValue = "1") int page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    String view = show(networks.open(id, who), "table", sent, who, model);
    WorkbenchPage shown = (WorkbenchPage) model.getAttribute("view");
    if (shown != null) {
      model.addAttribute(
          "ranked",
          RankingPage.of(shown.measured(), Measured.NAMES.contains(by) ? by : "degree", page));
    }
    return view;
  }

  @GetMapping({HERE + "/ties", HERE + "/timeline"})
  String ties(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(defaultValue = "1") int page,
      jakarta.servlet.http.HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    String tab = request.getRequestURI().endsWith("/timeline") ? "timeline" : "ties";
    String view = show(networks.open(id, who), tab, sent, who, model);
    WorkbenchPage shown = (WorkbenchPage) model.getAttribute("view");
    if (shown != null) {
      model.addAttribute("lines", TiePage.of(shown, tab.equals("timeline"), page, ON_A_PAGE));
    }
    return view;
  }

  @GetMapping(HERE + "/map")
  String map(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    String view = show(networks.open(id, who), "map", sent, who, model);
    WorkbenchPage shown = (WorkbenchPage) model.getAttribute("view");
    if (shown != null) {
      CorridorPage corridors = CorridorPage.of(shown.measured().network());
      model.addAttribute("corridors", corridors);
      model.addAttribute("countries", names(corridors, page));
    }
    return view;
  }

  private Map<String, String> names(CorridorPage corridors, Page page) {
    Map<String, String> names = new TreeMap<>();
    for (String code : corridors.actors().keySet()) {
      names.put(code, countries.marked(code, page.language()));
      countries
          .footnote(code, page.language())
          .ifPresent(note -> names.put("note " + code, "* " + note));
    }
    return names;
  }

  private String show(
      OpenedNetwork opened,
      String tab,
      MultiValueMap<String, String> sent,
      SignedIn who,
      Model model) {
    Look look = LookForm.read(sent, opened.network());
    Measured measured = pictures.measured(opened, look);
    model.addAttribute(
        "view",
        new WorkbenchPage(
            opened,
            look,
            measured,
            pictures.picture(opened, measured, look, who),
            panels.of(opened, measured, look, who),
            tab.equals("drawing") ? panels.said(opened, look, who) : List.of(),
            views.all(opened.id(), who),
            tab));
    return "understand/network/" + tab;
  }

  /** What is known of whoever is selected: a part of the page, which the page fetches by itself. */
  @GetMapping(HERE + "/panel")
  String panel(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    show(networks.look(id, who), "drawing", sent, who, model);
    return "understand/network/panel";
  }

  /** What is drawn, for the library that draws. */
  @GetMapping(HERE + "/picture.json")
  ResponseEntity<byte[]> picture(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    OpenedNetwork opened = networks.look(id, who);
    Look look = LookForm.read(sent, opened.network());
    Measured measured = pictures.measured(opened, look);
    Picture picture = pictures.picture(opened, measured, look, who);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsBytes(drawn(picture, measured, look)));
  }

  private static Map<String, Object> drawn(Picture picture, Measured measured, Look look) {
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
    drawn.put("opened", picture.opened());
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
