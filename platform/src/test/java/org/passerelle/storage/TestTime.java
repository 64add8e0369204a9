package org.passerelle.storage;

import org.passerelle.accounts.signin.PasswordCost;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * What the house of a test has instead of the program's: its clock, its schedules, threads that
 * deliver, a cheap password.
 */
@Configuration
class TestTime {
  @Bean
  @Primary
  MovableClock testClock() {
    return new MovableClock();
  }

  @Bean
  @ConditionalOnBooleanProperty(
      name = House.RUNNING_SCHEDULES,
      havingValue = false,
      matchIfMissing = true)
  HeldSchedules taskScheduler() {
    return new HeldSchedules();
  }

  @Bean
  @ConditionalOnBooleanProperty(name = House.AWAITED_DELIVERIES)
  AwaitedDeliveries applicationTaskExecutor() {
    return new AwaitedDeliveries();
  }

  /**
   * Hundreds of tests sign somebody in; whoever measures a sign-in asks for the cost in earnest.
   */
  @Bean
  @ConditionalOnBooleanProperty(
      name = House.EARNEST_PASSWORDS,
      havingValue = false,
      matchIfMissing = true)
  PasswordCost lowCost() {
    return new PasswordCost(64, 1);
  }
}
