/** All measures of a network together, as the command and a page show them. */
@NullMarked
package org.passerelle.network.report;

import org.jspecify.annotations.NullMarked;
