package org.passerelle.prosecute.figures.web;

import gg.jte.TemplateEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.prosecute.figures.Course;
import org.passerelle.prosecute.figures.ProsecutionFigures;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** From suspicion to judgment in figures, as a page and as files. */
@Controller
@Allowed({Role.PROSECUTOR, Role.PROGRAMME_MANAGER})
class ProsecutionFiguresController implements RoomEntries {
  private static final String HERE = "/prosecute/figures";
  private static final List<Role> READERS = List.of(Role.PROSECUTOR, Role.PROGRAMME_MANAGER);
  private final ProsecutionFigures figures;
  private final CodeOptions options;
  private final CountryNames countries;
  private final TemplateEngine templates;

  ProsecutionFiguresController(
      ProsecutionFigures figures,
      CodeOptions options,
      CountryNames countries,
      TemplateEngine templates) {
    this.figures = figures;
    this.options = options;
    this.countries = countries;
    this.templates = templates;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("prosecute", 90, "prosecute.figures.nav", HERE, READERS));
  }

  @GetMapping(HERE)
  String show(Act act) {
    return act.show("prosecute/figures/figures", view(act));
  }

  private FiguresView view(Act act) {
    return FiguresView.of(figures.of(act.who()), new FigureLabels(options, countries, act.page()));
  }

  private FiguresFile file(Act act) {
    return new FiguresFile(view(act), act.who().organisationName(), act.page());
  }

  @GetMapping(HERE + "/figures.xlsx")
  ResponseEntity<byte[]> workbook(Act act) throws IOException {
    return FileAnswer.saved("prosecution.xlsx", FileAnswer.XLSX).body(file(act).workbook());
  }

  @GetMapping(HERE + "/figures.pdf")
  ResponseEntity<byte[]> paper(Act act) {
    return FileAnswer.saved("prosecution.pdf", MediaType.APPLICATION_PDF)
        .body(file(act).pdf(templates));
  }

  /** Codes and plain numbers, identical in every language. */
  @GetMapping(HERE + "/figures.csv")
  ResponseEntity<byte[]> csv(Act act) {
    StringBuilder text = new StringBuilder("counted,by,code,step,persons,median_days\n");
    for (Course course : figures.of(act.who()).courses()) {
      if (course.told() == Course.Told.SHOWN) {
        write(text, course, "all", course.whole());
      }
      for (Course.Table table : course.tables()) {
        table.rows().forEach(row -> write(text, course, table.by(), row));
      }
    }
    return FileAnswer.saved("prosecution.csv", FileAnswer.CSV)
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(StringBuilder text, Course course, String by, Course.Row row) {
    for (int step = 0; step < course.steps().size(); step++) {
      long reached = row.reached().get(step);
      long days = row.days().get(step);
      text.append(course.id()).append(',').append(by).append(',');
      text.append(row.code()).append(',').append(course.steps().get(step)).append(',');
      text.append(reached < 0 ? "withheld" : String.valueOf(reached)).append(',');
      text.append(days < 0 ? "" : String.valueOf(days)).append('\n');
    }
  }
}
