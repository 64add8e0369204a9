package org.passerelle.protect.identity.desk.web;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.DeskFigures;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages of the activity of desks, for those responsible and for the round table. */
@Controller
@Allowed({Role.SUPERVISOR, Role.FOCAL_POINT, Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
class DeskLogController implements RoomEntries {
  private static final String HERE = "/protect/desk-figures";

  /** Roles of the round table; those responsible for a desk reach this from its page. */
  private static final List<Role> ROUND_TABLE =
      List.of(Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER);

  private final DeskFigures figures;
  private final DeskPages pages;

  DeskLogController(DeskFigures figures, DeskPages pages) {
    this.figures = figures;
    this.pages = pages;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("protect", 91, "desklog.nav", HERE, ROUND_TABLE));
  }

  @GetMapping(HERE)
  String all(Act act) {
    act.with("desks", figures.of(act.who()));
    act.with("names", pages.organisations(act));
    return act.show("protect/desk/logs");
  }

  @GetMapping(HERE + "/{id}")
  String one(@PathVariable UUID id, Act act) {
    Desk desk = figures.find(id, act.who());
    return act.show(
        "protect/desk/log",
        new DeskLogPage(
            desk,
            figures.log(desk),
            figures.table(desk),
            pages.organisation(desk.organisation(), act),
            pages.organisation(desk.other(), act)));
  }

  @GetMapping(HERE + "/{id}/figures.csv")
  ResponseEntity<byte[]> csv(@PathVariable UUID id, Act act) {
    DeskFigures.Table table = figures.table(figures.find(id, act.who()));
    StringBuilder text = new StringBuilder("what");
    for (YearMonth month : table.months()) {
      text.append(',').append(month);
    }
    text.append(",sum\n");
    for (DeskFigures.Row row : table.rows()) {
      text.append(row.kind());
      row.cells().forEach(cell -> text.append(',').append(plain(cell)));
      text.append(',').append(plain(row.sum())).append('\n');
    }
    return FileAnswer.saved("desk-figures.csv", FileAnswer.CSV)
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String plain(DeskFigures.Cell cell) {
    return switch (cell.shown()) {
      case AS_IT_IS -> String.valueOf(cell.count());
      case SMALL -> "<" + SmallCells.THRESHOLD;
      case WITHHELD -> "withheld";
    };
  }
}
