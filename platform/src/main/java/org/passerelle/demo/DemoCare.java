package org.passerelle.demo;

import org.springframework.stereotype.Component;

/**
 * What becomes of people: what keeps them safe, a plan, services, where they live for good, money,
 * follow-up, who answers at night, the desk of whoever watches over their data, a form being
 * written, and what colleagues count.
 */
@Component
record DemoCare(
    DemoProtection protection,
    DemoPlans plans,
    DemoServices services,
    DemoDuty duty,
    DemoSolutions solutions,
    DemoClaims claims,
    DemoFollowUps followUps,
    DemoConsents consents,
    DemoDataProtection dataProtection,
    DemoForms forms,
    DemoReports reports) {}
