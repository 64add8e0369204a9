package org.passerelle.prosecute.order.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.Amounts;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.order.CourtOrder;
import org.passerelle.prosecute.order.CourtOrders;
import org.passerelle.prosecute.proceeding.Proceedings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Confiscation and compensation that a court ordered, and what became of them. */
@Controller
@Investigators
class OrdersController {
  private static final String ALL =
      InvestigationPages.HERE + "/{id}/proceedings/{proceeding}/orders";
  private static final String ONE = ALL + "/{order}";
  private static final int NOTE = 1000;
  private final CourtOrders orders;
  private final Proceedings proceedings;
  private final OrderChoices choices;
  private final InvestigationPages pages;
  private final CodeOptions options;

  OrdersController(
      CourtOrders orders,
      Proceedings proceedings,
      OrderChoices choices,
      InvestigationPages pages,
      CodeOptions options) {
    this.orders = orders;
    this.proceedings = proceedings;
    this.choices = choices;
    this.pages = pages;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    act.form(Map.of("currency", "EUR"));
    return list(id, proceeding, act);
  }

  private String list(UUID id, UUID proceeding, Act act) {
    InvestigationPages.Head head = pages.head(id, "proceedings", act);
    return act.with("head", head)
        .with("proceeding", proceedings.find(id, proceeding, act.who()))
        .with("orders", orders.of(id, proceeding, act.who()))
        .with("suspects", choices.suspects(id, act))
        .with("victims", choices.victims(id, act))
        .with("assets", OrderChoices.options(choices.assets(id, head.words(), act)))
        .show("prosecute/order/all");
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.entered")
  @Allowed(Role.PROSECUTOR)
  String enter(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    CourtOrder.Draft draft =
        new CourtOrder.Draft(
            form.neededCode("kind", Set.copyOf(CourtOrder.KINDS)),
            chosen("suspect", OrderChoices.options(choices.suspects(id, act)), form),
            chosen("victim", OrderChoices.options(choices.victims(id, act)), form),
            Amounts.read("amount", act),
            form.neededCode("currency", options.codes("currencies")),
            form.neededDay("on", today, today),
            form.ids("assets").stream().distinct().toList(),
            form.text("note", NOTE));
    return act.submit(
        () -> list(id, proceeding, act),
        () -> at(id, proceeding, orders.enter(id, proceeding, draft, act.who())));
  }

  private static @Nullable UUID chosen(String field, List<Option> offered, Filled form) {
    String chosen = form.code(field, offered);
    return chosen.isEmpty() ? null : UUID.fromString(chosen);
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    act.form(Map.of());
    return page(id, proceeding, act);
  }

  private String page(UUID id, UUID proceeding, Act act) {
    InvestigationPages.Head head = pages.head(id, "proceedings", act);
    UUID order = act.partId("order");
    return act.with("head", head)
        .with("proceeding", proceedings.find(id, proceeding, act.who()))
        .with("order", orders.find(id, proceeding, order, act.who()))
        .with("told", orders.told(id, proceeding, order, act.who()))
        .with("suspects", choices.suspects(id, act))
        .with("victims", choices.victims(id, act))
        .with("assets", choices.assets(id, head.words(), act))
        .show("prosecute/order/one");
  }

  @PostMapping(ONE + "/steps")
  @Confirmed("prosecute.done.entered")
  String step(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    Filled form = act.form();
    UUID order = act.partId("order");
    LocalDate today = act.page().moments().today();
    CourtOrder.StepDraft draft =
        new CourtOrder.StepDraft(
            form.neededCode("kind", Set.copyOf(CourtOrder.STEPS)),
            form.neededDay("on", today, today),
            Amounts.read("amount", act),
            form.text("note", NOTE));
    return act.submit(
        () -> page(id, proceeding, act),
        at(id, proceeding, order),
        () -> orders.step(id, proceeding, order, draft, act.who()));
  }

  @PostMapping(ONE + "/steps/{step}/strike")
  @Confirmed("prosecute.done.struck")
  String strikeStep(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    UUID order = act.partId("order");
    return act.once(
        at(id, proceeding, order),
        () -> orders.strikeStep(id, proceeding, order, act.partId("step"), act.who()));
  }

  @PostMapping(ONE + "/strike")
  @Confirmed("prosecute.done.struck")
  @Allowed(Role.PROSECUTOR)
  String strike(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    UUID order = act.partId("order");
    return act.once(
        at(id, proceeding, order), () -> orders.strike(id, proceeding, order, act.who()));
  }

  private static String at(UUID id, UUID proceeding, UUID order) {
    return InvestigationPages.HERE + "/" + id + "/proceedings/" + proceeding + "/orders/" + order;
  }
}
