# The service without a database of its own; docker-compose.yml brings MySQL.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -q -Dmaven.test.skip=true -Dspotless.apply.skip -Dno-embedded-server package \
    && java -Djarmode=tools -jar target/sales-etl-dashboard.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
WORKDIR /app

# Group 0 may write too, so that the container can also run as the user who owns the mounted folders.
RUN useradd --uid 10001 --gid 0 --no-create-home --home-dir /app --shell /usr/sbin/nologin sales-etl \
    && install --directory --owner=10001 --group=0 --mode=0770 inbox archive data
COPY --chmod=0755 docker/health-check docker/backup-each-night /usr/local/bin/

# What changes least comes first: a new version of the service is a layer of about a megabyte.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./

USER 10001:0
VOLUME ["/app/inbox", "/app/archive", "/app/data"]

# Loopback would be the container's own. Who may come in is decided where the port is published, so the service refuses to start
# until that place says how it is protected: by a certificate or sales-etl.insecure=true, and sales-etl.hosts.
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
HEALTHCHECK --start-period=90s --interval=10s --timeout=10s --retries=4 \
    CMD ["health-check"]

# The JVM is process 1 and gets the SIGTERM; more options by JDK_JAVA_OPTIONS. Its first end writes an archive of the loaded classes into
# the data, which makes the next starts a third shorter. The JVM makes the archive anew for another version of the service, and starts
# without one if it is damaged.
ENTRYPOINT ["java", "-XX:InitialRAMPercentage=6", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseCompactObjectHeaders", \
    "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=data/classes.jsa", "-Xlog:cds=error", \
    "-jar", "sales-etl-dashboard.jar"]
