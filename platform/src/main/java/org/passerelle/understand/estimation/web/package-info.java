/** Pages of studies. */
@NullMarked
package org.passerelle.understand.estimation.web;

import org.jspecify.annotations.NullMarked;
