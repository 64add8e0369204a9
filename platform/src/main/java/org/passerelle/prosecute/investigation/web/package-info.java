/** Pages. */
@NullMarked
package org.passerelle.prosecute.investigation.web;

import org.jspecify.annotations.NullMarked;
