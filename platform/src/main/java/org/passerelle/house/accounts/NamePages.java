package org.passerelle.house.accounts;

import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.accounts.signin.OriginalScriptChoice;
import org.passerelle.pages.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Setting: whether names are also shown in their original script. */
@Controller
@Allowed
class NamePages {
  private final OriginalScriptChoice wishes;

  NamePages(OriginalScriptChoice wishes) {
    this.wishes = wishes;
  }

  @GetMapping("/account/names")
  String show(Act act) {
    act.form(Map.of("beside", wishes.wishes(act.who().user()) ? "yes" : ""));
    return act.show("house/accounts/names");
  }

  @PostMapping("/account/names")
  String wish(Act act) {
    boolean beside = act.form().ticked("beside");
    return act.submit(
        () -> show(act),
        () -> {
          wishes.wish(act.who(), beside);
          act.notice("good", beside ? "house.names.on" : "house.names.off");
          return "/account/names";
        });
  }
}
