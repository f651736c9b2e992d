package org.salesetl;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class DeserializationTest {

    /** However the service is started, this class comes first. */
    @Test
    void takesNoJavaObjectsOnceTheServiceHasStarted() throws IOException, ClassNotFoundException {
        Class.forName(SalesEtlApplication.class.getName());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<String>());
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThatExceptionOfType(InvalidClassException.class)
                    .isThrownBy(in::readObject)
                    .withMessageContaining("REJECTED");
        }
    }
}
