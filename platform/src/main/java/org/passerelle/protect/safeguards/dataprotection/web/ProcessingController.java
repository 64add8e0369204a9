package org.passerelle.protect.safeguards.dataprotection.web;

import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.casefile.CaseSheets.Setting;
import org.passerelle.protect.casework.casefile.Sheet;
import org.passerelle.protect.safeguards.dataprotection.AssessmentSheet;
import org.passerelle.protect.safeguards.dataprotection.ProcessingRegister;
import org.passerelle.protect.safeguards.dataprotection.ProcessingRegister.Answering;
import org.passerelle.protect.safeguards.dataprotection.RegisterSheet;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The register of processing and the impact assessment, as pages and printed. */
@Controller
@Allowed(Role.DATA_PROTECTION_OFFICER)
class ProcessingController {
  private static final String REGISTER = DeskController.HERE + "/register";
  private static final String ASSESSMENT = DeskController.HERE + "/assessment";
  private static final int LINES = 1_000;
  private final ProcessingRegister register;
  private final RegisterSheet sheet;
  private final AssessmentSheet assessment;

  ProcessingController(
      ProcessingRegister register, RegisterSheet sheet, AssessmentSheet assessment) {
    this.register = register;
    this.sheet = sheet;
    this.assessment = assessment;
  }

  @GetMapping(REGISTER)
  String register(Act act) {
    act.form(stored(act));
    return page(act);
  }

  private String page(Act act) {
    return act.show(
        "protect/dataprotection/register",
        new RegisterPage(
            sheet.of(setting(act), act.who()),
            act.form().version(register.answering(act.who()).version()),
            act.form()));
  }

  private Filled stored(Act act) {
    Answering answering = register.answering(act.who()).answering();
    return Filled.with(
        Map.of(
            "contact", answering.contact(),
            "officer", answering.officer(),
            "representative", answering.representative(),
            "joint", answering.joint()));
  }

  @PostMapping(REGISTER)
  String enter(Act act) {
    Filled form = act.form();
    Answering answering =
        new Answering(
            form.neededText("contact", LINES),
            form.text("officer", LINES),
            form.text("representative", LINES),
            form.text("joint", LINES));
    int version = form.version();
    return act.submit(
        () -> page(act),
        () -> {
          register.enter(answering, version, act.who());
          act.notice("good", "dataprotection.register.saved");
          return REGISTER;
        },
        () -> stored(act));
  }

  @GetMapping(REGISTER + ".pdf")
  ResponseEntity<byte[]> registerOnPaper(Act act) {
    return pdf(sheet.of(setting(act), act.who()), "register-of-processing", act);
  }

  @GetMapping(ASSESSMENT)
  String assessment(Act act) {
    return act.show("protect/dataprotection/assessment", assessment.of(setting(act), act.who()));
  }

  @GetMapping(ASSESSMENT + ".pdf")
  ResponseEntity<byte[]> assessmentOnPaper(Act act) {
    return pdf(assessment.of(setting(act), act.who()), "impact-assessment", act);
  }

  private static Setting setting(Act act) {
    return new Setting(act.page().texts(), act.page().moments());
  }

  private static ResponseEntity<byte[]> pdf(Sheet sheet, String name, Act act) {
    return FileAnswer.saved(
            "%s-%s.pdf".formatted(name, act.page().moments().today()), MediaType.APPLICATION_PDF)
        .body(sheet.pdf());
  }
}
