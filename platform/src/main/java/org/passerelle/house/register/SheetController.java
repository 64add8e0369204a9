package org.passerelle.house.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Register;
import org.passerelle.table.TableFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A list of the register as a workbook, for whoever may change it. */
@Controller
@Allowed({Role.PROGRAMME_MANAGER, Role.TRAINER})
class SheetController {
  /** Most characters of the name of a sheet. */
  private static final int NAME = 31;

  private final Register register;

  SheetController(Register register) {
    this.register = register;
  }

  @GetMapping("/{room:partner|steer}/register/{kind}/all.xlsx")
  ResponseEntity<byte[]> all(@PathVariable("kind") String kindId, Act act) throws IOException {
    Kind kind = RegisterChangeController.editable(kindId, act);
    Facts facts = register.facts();
    List<Entry> found =
        RegisterController.found(
            facts.all(kind.id()), act.asked().shown("q"), act.asked().ticked("behind"), act.page());
    String many = kind.many().in(act.language());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableFile table = TableFile.xlsx(out, many.substring(0, Math.min(NAME, many.length())))) {
      new EntrySheet(kind, facts, act.page()).write(found, table);
    }
    return FileAnswer.saved(kind.id() + ".xlsx", FileAnswer.XLSX).body(out.toByteArray());
  }
}
