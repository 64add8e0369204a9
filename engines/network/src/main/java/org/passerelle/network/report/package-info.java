/** All measures of a network together, for the command and for pages. */
@NullMarked
package org.passerelle.network.report;

import org.jspecify.annotations.NullMarked;
