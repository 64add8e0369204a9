/** The strategy: plans, objectives, projects, events, report and programme, letter, statistics. */
@NullMarked
package org.passerelle.steer;

import org.jspecify.annotations.NullMarked;
