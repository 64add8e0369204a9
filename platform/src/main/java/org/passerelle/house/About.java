package org.passerelle.house;

import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Static information pages: what is logged, accessibility. */
@Controller
@OpenToAll
@PublicProcess
class About {
  @GetMapping("/about/logged")
  String logged(Model model) {
    model.addAttribute("topic", "logged");
    return "pages/about";
  }

  @GetMapping("/about/accessibility")
  String accessibility(Model model) {
    model.addAttribute("topic", "accessibility");
    return "pages/about";
  }
}
