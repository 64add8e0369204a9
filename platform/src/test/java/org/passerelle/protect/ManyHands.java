package org.passerelle.protect;

import java.util.Random;
import java.util.UUID;
import org.passerelle.outbox.Deliveries;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.ParentRowGone;
import org.passerelle.storage.Vault;
import org.springframework.dao.PessimisticLockingFailureException;

/** A thread that carries out random acts of people in three organisations. */
final class ManyHands {
  private final House house;
  private final HandsWorld world;
  private final Judge judge;
  private final Random random;
  private final CaseHands cases;
  private final ExchangeHands exchange;
  private final AbroadHands abroad;

  ManyHands(House house, HandsWorld world, Judge judge, Random random) {
    this.house = house;
    this.world = world;
    this.judge = judge;
    this.random = random;
    this.cases = new CaseHands(house, world, judge, random);
    this.exchange = new ExchangeHands(house, world, judge, random);
    this.abroad = new AbroadHands(house, world, judge, random);
  }

  /** One act; it may be refused, but nothing else may go wrong. */
  void act() {
    int chosen = random.nextInt(28);
    try {
      switch (chosen) {
        case 0, 1 -> exchange.consent();
        case 2 -> exchange.ground();
        case 3, 4, 5 -> exchange.refer();
        case 6 -> exchange.revoke();
        case 7 -> exchange.withdraw();
        case 8 -> exchange.review();
        case 9, 10 -> exchange.answer();
        case 11, 12 -> exchange.openDossier();
        case 13 -> cases.closeToNamed();
        case 14 -> cases.team();
        case 15, 16 -> cases.readCase();
        case 17 -> cases.closeCase();
        case 18 -> cases.decide();
        case 19 -> rarely();
        default -> abroad.act();
      }
    } catch (NotFound | Refused | Vault.KeyDestroyed refused) {
      // somebody else was first, or it is not permitted
    } catch (PessimisticLockingFailureException gaveWay) {
      // the database rolled back one of two deadlocked transactions; a page retries it (OnceOnly)
      judge.did("gave way");
    } catch (RuntimeException fault) {
      if (ParentRowGone.is(fault)) {
        return; // erased while they wrote
      }
      judge.broke("act %d ended in %s".formatted(chosen, words(fault)));
    }
  }

  private static String words(Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return fault.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  private void rarely() {
    switch (random.nextInt(8)) {
      case 0 -> cases.erase();
      case 1, 2 -> cases.export();
      case 3 -> {
        Deliveries deliveries = house.get(Deliveries.class);
        UUID recipient = world.organisations.get(1 + random.nextInt(2)).id();
        deliveries.hold(
            recipient, random.nextInt(3) == 0, world.any(random, world.files).manager());
        judge.did("hold");
      }
      default -> exchange.deliver();
    }
  }
}
