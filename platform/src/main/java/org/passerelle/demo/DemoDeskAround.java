package org.passerelle.demo;

import org.springframework.stereotype.Component;

/** Prerequisites and history of a demonstration desk. */
@Component
class DemoDeskAround {
  final DemoAgreement agreement;
  final DemoDeskPast past;

  DemoDeskAround(DemoAgreement agreement, DemoDeskPast past) {
    this.agreement = agreement;
    this.past = past;
  }
}
